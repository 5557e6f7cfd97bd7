/* Figures that decide how something looks, such as a colour of the film or a share in percent: a page may not hold
   styles of its own, so it says data-vars="share: 40%; one: #a3553f", and the style sheet uses var(--share). */
(() => {
  "use strict";
  function paint(element) {
    for (const pair of element.dataset.vars.split(";")) {
      const [name, value] = pair.split(/:(.*)/s);
      if (value) element.style.setProperty(`--${name.trim()}`, value.trim());
    }
  }

  function paintAll(root) {
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    if (root.dataset.vars) paint(root);
    for (const element of root.querySelectorAll("[data-vars]")) paint(element);
  }

  /* Runs before what came is drawn, while the page loads and whenever a part of it is replaced. */
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") paintAll(change.target);
      else for (const node of change.addedNodes) paintAll(node);
    }
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-vars"] });
})();
