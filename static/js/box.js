/* The box in which a film begins: it grows, takes a dropped text, and is sent once. */
(() => {
  "use strict";
  const form = document.querySelector("[data-box]");
  if (!form) return;
  const text = form.querySelector("textarea");
  const paper = form.querySelector("[data-drop]");
  const count = form.querySelector("[data-count]");
  const button = form.querySelector("button[type=submit]");
  const MOST_BYTES = 2_000_000;

  function grow() {
    if (!CSS.supports("field-sizing", "content")) {
      text.style.height = "auto";
      text.style.height = `${text.scrollHeight + 2}px`;
    }
    const words = text.value.trim() ? text.value.trim().split(/\s+/).length : 0;
    count.textContent = words > 30 ? count.dataset.words.replace("%s", words.toLocaleString(document.documentElement.lang)) : "";
  }

  function refuse(sentence) {
    let problem = form.querySelector("[data-file-problem]");
    if (!problem) {
      problem = document.createElement("p");
      problem.className = "problem";
      problem.dataset.fileProblem = "";
      problem.setAttribute("role", "alert");
      paper.after(problem);
    }
    problem.textContent = sentence;
    problem.hidden = !sentence;
  }

  async function take(file) {
    if (!file) return;
    if (file.size > MOST_BYTES) {
      refuse(form.dataset.tooLong.replace("%s", file.name));
      return;
    }
    const bytes = await file.arrayBuffer();
    try {
      text.value = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      const looksBinary = new Uint8Array(bytes.slice(0, 4096)).includes(0);
      if (looksBinary) {
        refuse(form.dataset.noText.replace("%s", file.name));
        return;
      }
      text.value = new TextDecoder("windows-1252").decode(bytes);
    }
    refuse("");
    grow();
    text.focus();
  }

  text.addEventListener("input", grow);
  form.querySelector("[data-file]").addEventListener("change", (event) => {
    take(event.target.files[0]);
    event.target.value = "";
  });
  for (const kind of ["dragenter", "dragover"]) {
    paper.addEventListener(kind, (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      paper.classList.add("is-over");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    paper.addEventListener(kind, (event) => {
      if (kind === "dragleave" && paper.contains(event.relatedTarget)) return;
      paper.classList.remove("is-over");
    });
  }
  paper.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });

  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(button);
  });
  form.addEventListener("submit", (event) => {
    if (button.disabled) event.preventDefault();
    button.disabled = true;
  });
  addEventListener("pageshow", () => {
    button.disabled = false;
    grow();
  });

  const picker = form.querySelector("[data-style-picker]");
  picker.addEventListener("change", (event) => {
    const name = event.target.closest("label").querySelector("strong").textContent;
    picker.querySelector("[data-style-name]").textContent = name;
  });
  picker.addEventListener("click", (event) => {
    /* A press on a card closes the cards; moving with the arrow keys does not. */
    if (event.target.closest(".style-card") && event.detail > 0) picker.open = false;
  });
})();
