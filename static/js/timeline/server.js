/* The timeline's letters to the studio. */

export class Server {
  constructor(root) {
    this.address = root.dataset.cutUrl;
    this.trimAddress = root.dataset.trimUrl;
    this.slipAddress = root.dataset.slipUrl;
    this.undoAddress = root.dataset.undoUrl;
    this.liveAddress = root.dataset.liveUrl;
    this.token = JSON.parse(document.body.getAttribute("hx-headers") || "{}")["X-CSRFToken"] || "";
  }

  /* The cut; null if it is still the one that we have. */
  async cut(isFirst) {
    const headers = isFirst || !this.etag ? {} : { "If-None-Match": this.etag };
    const answer = await fetch(this.address, { headers, credentials: "same-origin", mode: "cors" });
    if (answer.status === 304) return null;
    const etag = answer.headers.get("ETag");
    if (!answer.ok || !(answer.headers.get("Content-Type") || "").includes("json")) throw new Error(String(answer.status));
    if (!isFirst && etag && etag === this.etag) return null;
    this.etag = etag;
    return answer.json();
  }

  trim(shot, atMs) { return this.post(this.trimAddress.replace("/0/", `/${shot.id}/`), { at_ms: atMs, was: shot.anchor }); }

  slip(shot, inMs) { return this.post(this.slipAddress.replace("/0/", `/${shot.id}/`), { in_ms: inMs, was: shot.chosen_in_ms }); }

  undo(edit) { return this.post(this.undoAddress.replace("/0/", `/${edit}/`), {}); }

  /* The rest of the page catches up: what is out of date now, what there is to make. */
  tellPage() {
    if (window.htmx && document.getElementById("live")) window.htmx.ajax("GET", this.liveAddress, { target: "#live", swap: "outerHTML" });
  }

  async post(address, fields) {
    const answer = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "X-CSRFToken": this.token, Accept: "application/json" },
      credentials: "same-origin",
    });
    const isJson = (answer.headers.get("Content-Type") || "").includes("json");
    if (!isJson) throw new Error(String(answer.status));
    return answer.json();
  }
}
