/* The keys of a cutting table. They work everywhere on the page but where something else needs them. */

const NEEDS_KEYS = "input:not([type=range]):not([type=checkbox]), textarea, select, [contenteditable], dialog";
const PRESSED_BY_SPACE = "button, a, summary, input, [role=button]";

export function listen(player) {
  const held = (event) => event.target instanceof Element ? event.target : document.body;
  document.addEventListener("keydown", (event) => {
    const target = held(event);
    if (event.defaultPrevented || target.closest(NEEDS_KEYS)) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey) {
      if (player.undo()) event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && target.closest(PRESSED_BY_SPACE) && !target.closest("[data-shot]")) return;
    if (event.key.startsWith("Arrow") && target.matches("input[type=range]")) return;
    const wish = WISHES[event.key] || WISHES[event.key.toLowerCase()];
    if (!wish) return;
    event.preventDefault();
    wish(player, event);
  });
}

const WISHES = {
  " ": (player, event) => { if (!event.repeat) player.toggle(); },
  ArrowLeft: (player, event) => player.step(event.shiftKey ? -Math.round(player.cut.fps) : -1),
  ArrowRight: (player, event) => player.step(event.shiftKey ? Math.round(player.cut.fps) : 1),
  ArrowUp: (player) => player.hop(-1),
  ArrowDown: (player) => player.hop(1),
  Home: (player) => player.seek(0),
  End: (player) => player.seek(player.cut.timeOf(player.cut.frames - 1)),
  j: (player) => player.shuttle(-1),
  k: (player) => player.pause(),
  l: (player) => player.shuttle(1),
  m: (player) => player.mute(),
  "+": (player) => player.tracks.zoomBy(1),
  "=": (player) => player.tracks.zoomBy(1),
  "-": (player) => player.tracks.zoomBy(-1),
};
