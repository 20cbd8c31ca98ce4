import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from reportgen.fonts.book import open_faces
from reportgen.fonts.face import Face
from reportgen.fonts.subset import subset

FACES = open_faces(["NotoSansSC-Bold", "ReportgenKai-Regular", "LiberationSerif-Italic"])


def glyphs(face: Face, text: str) -> list[int]:
    return [face.glyph(char) for char in text]


def outline(font: hb.Font, glyph: int) -> list[tuple[object, ...]]:
    drawn: list[tuple[object, ...]] = []
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, _: drawn.append(("move", x, y)))
    funcs.set_line_to_func(lambda x, y, _: drawn.append(("line", x, y)))
    funcs.set_quadratic_to_func(lambda a, b, x, y, _: drawn.append(("quadratic", a, b, x, y)))
    font.draw_glyph(glyph, funcs)
    return drawn


def same_glyphs(face: Face, text: str) -> None:
    asked = glyphs(face, text)
    cut = subset(face, asked)
    assert {0, *asked} <= set(cut.glyph_of)
    old, new = hb.Font(face.hb_face), hb.Font(hb.Face(hb.Blob(cut.data)))
    for glyph in asked:
        assert outline(new, cut.glyph_of[glyph]) == outline(old, glyph)
        assert new.get_glyph_h_advance(cut.glyph_of[glyph]) == old.get_glyph_h_advance(glyph)


@given(st.text(alphabet="中文排版，。“”—…·0123456789.%éñÅ ffi龍①㎡", max_size=30))
def test_a_subset_keeps_outlines_and_widths(text: str) -> None:
    for face in FACES.values():
        same_glyphs(face, text)


def test_a_composed_letter_brings_its_parts() -> None:
    face = FACES["LiberationSerif-Italic"]
    same_glyphs(face, "é")
    assert len(subset(face, [face.glyph("é")]).glyph_of) > 2


def test_new_glyph_ids_are_dense_and_begin_with_the_empty_box() -> None:
    face = FACES["NotoSansSC-Bold"]
    cut = subset(face, glyphs(face, "发明专利"))
    assert cut.glyph_of[0] == 0
    assert sorted(cut.glyph_of.values()) == list(range(5))


def test_only_what_a_pdf_needs_is_kept() -> None:
    for face in FACES.values():
        cut = hb.Face(hb.Blob(subset(face, glyphs(face, "2024")).data))
        assert set(cut.table_tags) <= {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "post"}
        assert {"glyf", "head", "hhea", "hmtx", "loca", "maxp"} <= set(cut.table_tags)


def test_the_same_glyphs_give_the_same_bytes_in_any_order() -> None:
    face = FACES["ReportgenKai-Regular"]
    asked = glyphs(face, "著作权登记")
    assert subset(face, asked).data == subset(face, reversed(asked)).data == subset(face, asked * 2).data


def test_no_glyphs_still_make_a_font() -> None:
    assert subset(FACES["NotoSansSC-Bold"], []).glyph_of == {0: 0}
