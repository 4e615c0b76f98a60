"""What the rows *fresh* of the speed benchmark are measured on."""

from tests.bench.speed_fresh import draw_pieces

DAYS = [[f"{day} {number} " + "x" * 1_000 for number in range(10)] for day in range(300)]


def test_pieces_are_of_one_day_each_text_once_and_as_long_as_can_be() -> None:
    pieces = draw_pieces(DAYS, 1)
    texts = [text for piece in pieces for text in piece.split("\n\n")]
    assert len(set(texts)) == len(texts)
    assert set(texts) <= {text for day in DAYS for text in day}
    for piece in pieces:
        assert len({text.split()[0] for text in piece.split("\n\n")}) == 1
    assert [piece.count("\n\n") for piece in pieces[:4]] == [2, 2, 2, 0]
    assert 1_000_000 <= sum(map(len, pieces)) < 1_020_000


def test_a_seed_draws_the_same_and_another_one_others() -> None:
    assert draw_pieces(DAYS, 1) == draw_pieces(DAYS, 1)
    assert draw_pieces(DAYS, 1) != draw_pieces(DAYS, 2)


def test_a_text_that_comes_again_is_left_out() -> None:
    days = [["a", "b", "a"], ["b"], ["c", "a"]]
    assert draw_pieces(days, 3) == ["a\n\nb", "c"]
    assert len(draw_pieces([["a"]] * 9, 1)) == 1
