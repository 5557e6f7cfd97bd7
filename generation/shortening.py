"""A film that is too long for a platform: which shots could go or be shorter, proposed and never done unasked.

Sound is the clock, so time is won only where nothing is said: shots without words go first, then the silence after
words, then whole scenes, those that the story needs least before the others. No spoken line is ever cut into. The first
shot of a film, which makes people stay, and its last one stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generation.film import Film
from projects import editing, journal, timing
from projects.models import Edit, Scene, Segment, Shot

SHORTEST_SHOT_MS: Final = 1_000
"""A silent shot is not made shorter than this; one that would be goes."""
BREATH_MS: Final = 350
"""The silence that stays between words where a longer one is shortened."""
_WORTH_MS: Final = 200
"""A silence is not touched for less."""

_SCENE: Final = "scene-"
DROP, TRIM = "drop", "trim"

LABEL: Final = "Make a shorter cut"
"""What a shorter cut is called among a film's changes."""

REASONS: Final[dict[str, str]] = {
    "silent": "Nothing is said during shot %(shot)s.",
    "silent_empty": "Nothing is said during shot %(shot)s, and nobody is in it.",
    "tail": "Shot %(shot)s goes on for %(seconds)s s in silence.",
    "scene_empty": "Nobody speaks in scene %(scene)s, and nobody is in it.",
    "scene_silent": "Nobody speaks in scene %(scene)s.",
    "scene_told": "Scene %(scene)s is only told: %(lines)s sentences of the narrator's.",
    "scene_lines": "Scene %(scene)s has %(lines)s lines, and the film begins and ends without it.",
}
"""Why something is proposed, by name, so that a page can say it in another language."""


@dataclass(frozen=True, slots=True)
class Change:
    """One shot that could go, or be `to_ms` long; why, as a name of `REASONS` and what fills its holes."""

    shot_id: int
    action: str
    to_ms: int
    saves_ms: int
    key: str
    facts: Mapping[str, str] = field(default_factory=dict)
    part: str = ""
    """What it belongs to, by name: changes and steps of one name are carried out together, or left out together."""

    @property
    def reason(self) -> str:
        """The reason as a sentence."""
        return REASONS[self.key] % self.facts


@dataclass(frozen=True, slots=True)
class Step:
    """One change to the plan that does what is proposed.

    `kind`: "remove_shot", "remove_segment" or "remove_scene" take the row out; "pause_ms" and "pause_before_ms" store
    `value` in the segment. `part` is that of the changes that it brings about.
    """

    kind: str
    row_id: int
    value: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would bring a film to a length: the shots it touches, the steps that do it, and the length it has then."""

    limit_ms: int
    length_ms: int
    changes: tuple[Change, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def is_enough(self) -> bool:
        """Whether the film is short enough then. If not, lines must go, which only a person can choose."""
        return self.length_ms <= self.limit_ms

    @property
    def parts(self) -> list[tuple[str, list[Change]]]:
        """What can be done, or left out, by itself: each by its name with its changes."""
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.part, []).append(change)
        return list(found.items())


def propose(film: Film, limit_ms: int) -> Proposal:
    """Return what could be dropped or shortened for a film to last `limit_ms` at most. The film must be timed."""
    work = _Work(film, film.length_ms - limit_ms)
    if work.over_ms > 0:
        work.drop_silent_shots()
    if work.over_ms > 0:
        work.shorten_silences()
    if work.over_ms > 0:
        work.drop_scenes()
        work.give_back()
    return Proposal(limit_ms, film.length_ms - work.saved_ms, tuple(work.changes), tuple(work.steps))


def carry_out(film: Film, steps: Iterable[Step], *, by_id: int | None) -> Edit | None:
    """Change a film's plan as proposed, each step as if somebody had made it by hand; return it all as one change.

    It is taken back as one. Raise what the services of editing raise, with nothing changed: `NotPossible`, or
    `Conflict` where somebody changed the plan meanwhile.
    """
    with journal.together(film.project.pk, LABEL, by_id) as recording:
        for step in steps:
            _carry_out(film, step, by_id)
    return recording.edit


def _carry_out(film: Film, step: Step, by_id: int | None) -> None:
    if step.kind == "remove_shot":
        editing.remove_shot(film.shots[film.shot_index[step.row_id]], by_id=by_id)
    elif step.kind == "remove_segment":
        editing.remove_segment(Segment.objects.get(pk=step.row_id), by_id=by_id)
    elif step.kind == "remove_scene":
        editing.remove_scene(film.scene_by_id[step.row_id], by_id=by_id)
    else:
        row = film.segments[film.segment_index[step.row_id]]
        was = {step.kind: getattr(row, step.kind)}
        editing.change(row, {step.kind: step.value}, was=was, by_id=by_id, label=LABEL)


class _Work:
    """A proposal while it is made."""

    def __init__(self, film: Film, over_ms: int) -> None:
        self._film = film
        self.over_ms = over_ms
        self.saved_ms = 0
        self.changes: list[Change] = []
        self.steps: list[Step] = []
        self._gone: set[int] = set()
        # Shots that go, shots that stay as they are, and segments to which nothing more is done.
        self._kept = {film.shots[0].pk, film.shots[-1].pk} if film.shots else set()
        self._touched: set[int] = set()

    # --- Shots without words -----------------------------------------------------------------------------

    def drop_silent_shots(self) -> None:
        """Propose shots during which nothing is said: those without people first, of these the longest first."""
        silent = [(shot, pauses) for shot in self._film.shots if (pauses := self._silence_of(shot))]
        silent.sort(key=lambda one: (bool(self._people(one[0])), -self._length(one[1])))
        for shot, pauses in silent:
            if self.over_ms <= 0:
                return
            self._shorten_silent(shot, pauses)

    def _silence_of(self, shot: Shot) -> list[Segment]:
        """Return the pauses that a shot lasts, if it shows nothing else and may be changed."""
        film = self._film
        heard = [film.segments[index] for index in film.segments_of(shot)]
        if shot.pk in self._kept or shot.card or shot.from_word or shot.lead_ms:
            return []
        if not heard or any(segment.kind != Segment.Kind.PAUSE for segment in heard):
            return []
        shared = {segment.pk for segment in heard}
        others = [other for other in film.shots if other.pk != shot.pk and other.segment_id in shared]
        return [] if others else heard

    def _shorten_silent(self, shot: Shot, pauses: Sequence[Segment]) -> None:
        length = self._length(pauses)
        left = length - self.over_ms
        part = f"shot-{shot.pk}"
        key = "silent" if self._people(shot) else "silent_empty"
        if left - pauses[0].pause_before_ms >= SHORTEST_SHOT_MS and len(pauses) == 1:
            self.steps.append(Step("pause_ms", pauses[0].pk, left - pauses[0].pause_before_ms, part))
            self._propose(part, Change(shot.pk, TRIM, left, length - left, key))
        elif self._may_go(shot, pauses):
            self.steps.append(Step("remove_shot", shot.pk, part=part))
            self.steps += [Step("remove_segment", segment.pk, part=part) for segment in pauses]
            self._gone.add(shot.pk)
            self._propose(part, Change(shot.pk, DROP, 0, length, key))
        else:
            return
        self._touched |= {segment.pk for segment in pauses}

    def _may_go(self, shot: Shot, pauses: Sequence[Segment]) -> bool:
        """A scene keeps a shot and a line at least; otherwise it is the scene that goes."""
        going = {segment.pk for segment in pauses} | self._touched
        shots = [row for row in self._film.shots_by_scene[shot.scene_id] if row.pk not in self._gone]
        lines = [row for _, row in self._film.segments_by_scene[shot.scene_id] if row.pk not in going]
        return len(shots) > 1 and bool(lines)

    # --- Silences ----------------------------------------------------------------------------------------

    def shorten_silences(self) -> None:
        """Propose to shorten the silence after words, the longest first, to no less than a breath."""
        found = sorted(self._silences(), key=lambda one: -one[3])
        for shot, segment, kind, spare in found:
            if self.over_ms <= 0:
                return
            saved = min(spare, self.over_ms)
            start, end = self._film.span_ms[shot.pk]
            silence = getattr(segment, kind)
            part = f"{kind.removesuffix('_ms')}-{segment.pk}"
            self.steps.append(Step(kind, segment.pk, silence - saved, part))
            before = sum(change.saves_ms for change in self.changes if change.shot_id == shot.pk)
            change = Change(
                shot.pk, TRIM, end - start - before - saved, saved, "tail", {"seconds": f"{silence / 1000:.1f}"}
            )
            self._propose(part, change)

    def _silences(self) -> Iterable[tuple[Shot, Segment, str, int]]:
        """Each silence that may be shorter: the shot that is seen during it, its segment, which pause, how much."""
        film = self._film
        for index, segment in enumerate(film.segments):
            if segment.pk in self._touched or not index:
                continue
            for kind in ("pause_before_ms", "pause_ms"):
                spare = getattr(segment, kind) - BREATH_MS
                at = film.segment_starts[index] - (segment.pause_before_ms if kind == "pause_before_ms" else 0)
                shot = self._seen_at(at)
                if spare >= _WORTH_MS and shot is not None:
                    yield shot, segment, kind, spare

    def _seen_at(self, time_ms: int) -> Shot | None:
        """Return the shot that is seen at a moment, if it may be shorter."""
        for shot in self._film.shots:
            start, end = self._film.span_ms[shot.pk]
            if start <= time_ms < end:
                return None if shot.pk in self._kept or shot.pk in self._gone or shot.card else shot
        return None

    # --- Scenes ------------------------------------------------------------------------------------------

    def drop_scenes(self) -> None:
        """Propose whole scenes, those that matter least first; never the one that the film begins or ends with."""
        film = self._film
        ends = {film.shots[0].scene_id, film.shots[-1].scene_id} if film.shots else set()
        scenes = [scene for scene in film.scenes if scene.pk not in ends and film.shots_by_scene[scene.pk]]
        for scene in sorted(scenes, key=self._weight):
            if self.over_ms <= 0:
                return
            self._drop_scene(scene)

    def give_back(self) -> None:
        """Take back what is not needed any more: a whole scene may save more than was missing."""
        shots = [change.shot_id for change in self.changes]
        for change in reversed(list(self.changes)):
            # Where a shot is shortened twice, one length follows from the other.
            is_alone = shots.count(change.shot_id) == 1 and not change.part.startswith(_SCENE)
            if is_alone and change.saves_ms <= -self.over_ms:
                self.changes.remove(change)
                self.steps = [step for step in self.steps if step.part != change.part]
                self._count(-change.saves_ms)

    def _weight(self, scene: Scene) -> tuple[int, int, bool]:
        """How much the story needs a scene: by who speaks in it, by what is said, by whether anybody is in it."""
        spoken = self._spoken(scene)
        return sum(row.kind == Segment.Kind.LINE for row in spoken), len(spoken), bool(self._cast(scene))

    def _drop_scene(self, scene: Scene) -> None:
        film, part = self._film, f"{_SCENE}{scene.pk}"
        facts = {"scene": str(scene.position + 1), "lines": str(len(self._spoken(scene)))}
        key = self._reason_for(scene)
        rows = {row.pk for _, row in film.segments_by_scene[scene.pk]}
        shots = {shot.pk for shot in film.shots_by_scene[scene.pk]}
        # What was proposed inside the scene goes with it, and is counted with it.
        for change in [change for change in self.changes if change.shot_id in shots]:
            self.changes.remove(change)
            self._count(-change.saves_ms)
        self.steps = [step for step in self.steps if not self._is_within(step, rows, shots)]
        length = sum(self._length([row]) for _, row in film.segments_by_scene[scene.pk])
        seen = film.shots_by_scene[scene.pk]
        spans = [film.span_ms[shot.pk] for shot in seen]
        # Shots are seen a little longer or shorter than the lines of their scene last: their sum is the scene's.
        whole = sum(end - start for start, end in spans) or 1
        left = length
        for index, (shot, (start, end)) in enumerate(zip(seen, spans, strict=True)):
            saves = left if index == len(seen) - 1 else length * (end - start) // whole
            left -= saves
            self.changes.append(Change(shot.pk, DROP, 0, saves, key, facts, part))
        self._count(length)
        self.steps.append(Step("remove_scene", scene.pk, part=part))
        self._gone |= shots

    def _reason_for(self, scene: Scene) -> str:
        said, spoken, has_people = self._weight(scene)
        if spoken:
            return "scene_lines" if said else "scene_told"
        return "scene_silent" if has_people else "scene_empty"

    @staticmethod
    def _is_within(step: Step, segments: set[int], shots: set[int]) -> bool:
        if step.kind == "remove_scene":
            return False
        return step.row_id in (shots if step.kind == "remove_shot" else segments)

    # --- What is known -----------------------------------------------------------------------------------

    def _propose(self, part: str, change: Change) -> None:
        shot = self._film.shots[self._film.shot_index[change.shot_id]]
        named = {"shot": f"{self._film.scene_by_id[shot.scene_id].position + 1}.{shot.position + 1}"}
        self.changes.append(replace(change, facts=named | dict(change.facts), part=part))
        self._count(change.saves_ms)

    def _count(self, saves_ms: int) -> None:
        self.saved_ms += saves_ms
        self.over_ms -= saves_ms

    def _length(self, segments: Sequence[Segment]) -> int:
        heard: list[timing.Heard] = [self._film.heard[self._film.segment_index[row.pk]] for row in segments]
        return sum(one.pause_before_ms + one.duration_ms for one in heard)

    def _people(self, shot: Shot) -> list[int]:
        castings = self._film.shot_castings.get(shot.pk, ())
        return [casting.entity_id for casting in castings if casting.entity_id in self._film.characters]

    def _cast(self, scene: Scene) -> list[int]:
        return [person for shot in self._film.shots_by_scene[scene.pk] for person in self._people(shot)]

    def _spoken(self, scene: Scene) -> list[Segment]:
        rows = (row for _, row in self._film.segments_by_scene[scene.pk])
        return [row for row in rows if row.kind != Segment.Kind.PAUSE]
