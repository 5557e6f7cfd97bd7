/* A film's page: clips and lines that play, and sharing where the browser can. */
(() => {
  "use strict";
  const sound = new Audio();
  let pressed = null;

  function release() {
    if (pressed) pressed.setAttribute("aria-pressed", "false");
    pressed = null;
  }
  sound.addEventListener("ended", release);
  sound.addEventListener("error", release);

  function toggleLine(button) {
    if (pressed === button) {
      sound.pause();
      release();
      return;
    }
    release();
    pressed = button;
    button.setAttribute("aria-pressed", "true");
    sound.src = button.dataset.play;
    sound.play().catch(release);
  }

  function play(video) {
    for (const other of document.querySelectorAll("video[data-clip]")) if (other !== video) rest(other);
    video.parentElement.classList.add("is-playing");
    video.play().catch(() => rest(video));
  }

  function rest(video) {
    if (!video.parentElement.classList.contains("is-playing")) return;
    video.parentElement.classList.remove("is-playing");
    video.pause();
  }

  document.addEventListener("click", (event) => {
    const line = event.target.closest("[data-play]");
    if (line) toggleLine(line);
    const picture = event.target.closest(".shot-picture");
    const video = picture && picture.querySelector("video[data-clip]");
    if (video) video.paused ? play(video) : rest(video);
  });

  /* Where there is a pointer that hovers, it plays too; everywhere else the button does. */
  if (matchMedia("(hover: hover) and (prefers-reduced-motion: no-preference)").matches) {
    let waiting = 0;
    document.addEventListener("pointerover", (event) => {
      const picture = event.target.closest(".shot-picture");
      if (!picture || picture.contains(event.relatedTarget) || event.target.closest("button")) return;
      const video = picture.querySelector("video[data-clip]");
      clearTimeout(waiting);
      if (video) waiting = setTimeout(() => play(video), 180);
    });
    document.addEventListener("pointerout", (event) => {
      const picture = event.target.closest(".shot-picture");
      if (!picture || picture.contains(event.relatedTarget)) return;
      clearTimeout(waiting);
      const video = picture.querySelector("video[data-clip]");
      if (video) rest(video);
    });
  }

  /* The strip opens at the step that is shown; on the film's own page at the one that is being worked on. */
  const strip = document.querySelector(".strip");
  const step = strip && (strip.querySelector(".step.is-here") || strip.querySelector(".step.is-working, .step.is-failed"));
  if (step) strip.scrollLeft = step.offsetLeft - (strip.clientWidth - step.clientWidth) / 2;

  /* The file itself is shared where that works: a link would lead to a studio that asks for a password. */
  async function share() {
    const video = document.querySelector(".stage-video");
    const title = document.querySelector("h1").textContent.trim();
    if (video) {
      const answer = await fetch(video.currentSrc || video.src);
      const file = new File([await answer.blob()], `${title}.mp4`, { type: "video/mp4" });
      if (navigator.canShare && navigator.canShare({ files: [file] })) {
        await navigator.share({ files: [file], title });
        return;
      }
    }
    await navigator.share({ title, url: location.href });
  }

  const button = document.querySelector("[data-share]");
  if (button && navigator.share) {
    button.hidden = false;
    button.addEventListener("click", () => {
      button.disabled = true;
      share().catch(() => {}).finally(() => { button.disabled = false; });
    });
  }
})();
