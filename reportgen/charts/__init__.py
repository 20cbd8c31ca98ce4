"""Charts as they are drawn: their form, decided once for both outputs, and the PDF's matplotlib figures."""
