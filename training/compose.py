"""Short sentences composed by the rules of the codebook: what agreeing, refusing, asking, blaming make of an act.

`phrases.tsv` has acts as verb phrases (base, past, gerund; `{t}` stands for the target). A frame turns an act into
another one: *refused to* any cooperation is REJECT, *will* cooperate is AGREE, *accused of* any conflict is ACCUSE.
They teach the rules apart from any style, for the corpus has each rule only a few times with each act.
"""

from __future__ import annotations

import functools
import random
from dataclasses import dataclass
from pathlib import Path

from detente.coding.marked import Marked
from detente.knowledge.tables import rows

_TALKING = ("CONSULT", "SUPPORT", "COOPERATE", "AID")
_YIELDING = ("CONCEDE", "RETREAT")
_COOPERATION = (*_TALKING, *_YIELDING)
_CONFLICT = ("SANCTION", "COERCE", "ASSAULT", "MOBILIZE")

# Frame with {base}, {past} or {gerund} of an act, the types of act that it takes, and the type that it makes of them.
# Where the frame names {t}, the act is the target's own, against or with a third state.
_FRAMES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("will {base}", _TALKING, "AGREE"), ("agreed to {base}", _TALKING, "AGREE"),
    ("offered to {base}", _TALKING, "AGREE"), ("pledged to {base}", _TALKING, "AGREE"),
    ("is ready to {base}", _TALKING, "AGREE"),
    ("plans to {base}", _TALKING, "AGREE"), ("said it would {base}", _TALKING, "AGREE"),
    ("will {base}", _YIELDING, "CONCEDE"), ("agreed to {base}", _YIELDING, "CONCEDE"),
    ("promised to {base}", _YIELDING, "CONCEDE"), ("announced that it would {base}", _YIELDING, "CONCEDE"),
    ("is willing to {base}", _YIELDING, "CONCEDE"), ("undertook to stop {gerund}", _CONFLICT, "CONCEDE"),
    ("apologised to {t} for {gerund}", _CONFLICT, "CONCEDE"), ("expressed regret for {gerund}", _CONFLICT, "CONCEDE"),
    ("refused to {base}", _COOPERATION, "REJECT"), ("will not {base}", _COOPERATION, "REJECT"),
    ("declined to {base}", _COOPERATION, "REJECT"), ("ruled out {gerund}", _COOPERATION, "REJECT"),
    ("has no intention of {gerund}", _COOPERATION, "REJECT"), ("voted against {gerund}", _COOPERATION, "REJECT"),
    ("rejected {t}'s call to {base}", _COOPERATION, "REJECT"), ("refused to stop {gerund}", _CONFLICT, "REJECT"),
    ("urged {t} to {base}", _COOPERATION, "REQUEST"), ("asked {t} to {base}", _COOPERATION, "REQUEST"),
    ("called on {t} to {base}", _COOPERATION, "REQUEST"), ("ordered {t} to {base}", _COOPERATION, "REQUEST"),
    ("demanded that {t} {base}", _COOPERATION, "REQUEST"), ("wants {t} to {base}", _COOPERATION, "REQUEST"),
    ("told {t} to stop {gerund}", _CONFLICT, "REQUEST"), ("urged {t} not to {base}", _CONFLICT, "REQUEST"),
    ("accused {t} of {gerund}", _CONFLICT, "ACCUSE"), ("condemned {t} for {gerund}", _CONFLICT, "ACCUSE"),
    ("criticised {t} for {gerund}", (*_COOPERATION, *_CONFLICT), "ACCUSE"),
    ("blamed {t} for {gerund}", _CONFLICT, "ACCUSE"), ("said {t} had {past}", _CONFLICT, "ACCUSE"),
    ("charged {t} with {gerund}", _CONFLICT, "ACCUSE"),
    ("criticised {t} for refusing to {base}", _COOPERATION, "ACCUSE"),
    ("praised {t} for {gerund}", _COOPERATION, "SUPPORT"), ("thanked {t} for {gerund}", _COOPERATION, "SUPPORT"),
    ("welcomed {t}'s promise to {base}", _COOPERATION, "SUPPORT"),
    ("threatened to {base}", _CONFLICT, "THREATEN"), ("vowed to {base}", _CONFLICT, "THREATEN"),
    ("said it was ready to {base}", _CONFLICT, "THREATEN"), ("warned that it would {base}", _CONFLICT, "THREATEN"),
    ("threatened to stop {gerund}", ("COOPERATE", "AID"), "THREATEN"),
    ("stopped {gerund}", ("COOPERATE", "AID"), "SANCTION"), ("suspended plans for {gerund}", _TALKING, "REJECT"),
)  # fmt: skip
_DONE = ("apologised", "expressed regret")  # concessions that are made by the words themselves
_OPENINGS = (
    "", "", "", "", "On Tuesday ", "Last week ", "In 1912 ", "Officials said ", "Later that year ",
    "According to reports, ",
)  # fmt: skip
_CLOSINGS = (
    "", "", "", " on Thursday", " last month", ", the state news agency reported", ", a spokesman said",
    " after weeks of tension", " despite objections at home", ", diplomats said", " in the spring of that year",
    " for the second time this year", ", according to a statement", " in spite of the weather", " in the capital",
)  # fmt: skip
_ROLES = ("", "", "", "the government of ", "officials of ", "the president of ", "the army of ", "the parliament of ")
_PLAIN_SHARE = 0.5  # acts without a frame
_OFTENER = ("NONE", "NONE", "NONE")  # states of things, which no frame makes


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A sentence with its source and target marked, its type, and whether the act is only promised."""

    type: str
    promised: bool
    marked: Marked


def compose(dice: random.Random) -> Composed:
    """One sentence by the dice."""
    kind, promised, clause = _plain(dice) if dice.random() < _PLAIN_SHARE else _framed(dice)
    source, target, third = (_actor(dice) for _ in range(3))
    before, after = clause.split("{t}", 1)
    start = dice.choice(_OPENINGS)
    if not start:
        source = source[0].upper() + source[1:]
    head = f"{start}{source} {before}"
    sentence = f"{head}{target}{after.replace('{x}', third)}{dice.choice(_CLOSINGS)}."
    marked = Marked(
        sentence=sentence,
        source=(len(start), len(start) + len(source)),
        target=(len(head), len(head) + len(target)),
    )
    return Composed(type=kind, promised=promised, marked=marked)


def _plain(dice: random.Random) -> tuple[str, bool, str]:
    kind = dice.choice([*sorted(_acts()), *_OFTENER])
    return kind, kind == "AGREE", dice.choice(_acts()[kind])["past"]


def _framed(dice: random.Random) -> tuple[str, bool, str]:
    frame, takes, makes = dice.choice(_FRAMES)
    act = dice.choice(_acts()[dice.choice(takes)])
    if "{t}" in frame:
        act = {form: words.replace("{t}", "{x}") for form, words in act.items()}
    clause = frame.replace("{base}", act["base"]).replace("{past}", act["past"]).replace("{gerund}", act["gerund"])
    return makes, not frame.startswith(_DONE), clause


def _actor(dice: random.Random) -> str:
    if dice.random() < 0.15:
        return dice.choice(_persons())
    return dice.choice(_ROLES) + dice.choice(_states())


@functools.cache
def _acts() -> dict[str, list[dict[str, str]]]:
    lines = (Path(__file__).parent / "phrases.tsv").read_text(encoding="utf-8").splitlines()
    head, *table = (line.split("\t") for line in lines)
    acts: dict[str, list[dict[str, str]]] = {}
    for cells in table:
        acts.setdefault(cells[0], []).append(dict(zip(head[1:], cells[1:], strict=True)))
    return acts


@functools.cache
def _states() -> list[str]:
    return sorted({row["form"] for row in rows("state_names.csv") if row["kind"] in ("name", "capital")})


@functools.cache
def _persons() -> list[str]:
    return sorted({row["names"].split(";")[0] for row in rows("leaders.csv")})
