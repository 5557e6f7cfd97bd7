/* How long a text is, as each platform counts: the same as publishing/platforms/counting.py, held to it by the same
   list of examples (tests/publishing/counting.json). */
(() => {
  "use strict";
  const HASHTAG = /(?:^|(?<=[\s(]))#(?=[^\s#!-\/:-@\[-^`{-~、。，！？「」（）]*\p{L})[^\s#!-\/:-@\[-^`{-~、。，！？「」（）]+/gu;
  const MENTION = /(?:^|(?<=[\s(]))@[A-Za-z0-9_.]+/g;
  const plain = (text) => text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");

  function bytes(text) {
    let sum = 0;
    for (const sign of text) {
      const code = sign.codePointAt(0);
      sum += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }
    return sum;
  }

  function tagsLength(tags) {
    const signs = tags.reduce((sum, tag) => sum + Array.from(tag).length + (tag.includes(" ") ? 2 : 0), 0);
    return signs + Math.max(0, tags.length - 1);
  }

  function length(value, unit) {
    if (unit === "tags") return tagsLength(Array.isArray(value) ? value : [String(value)]);
    const text = plain(String(value ?? ""));
    if (unit === "utf8") return bytes(text);
    if (unit === "utf16") return text.length;
    return Array.from(text).length;
  }

  function wordsIn(text) {
    return { hashtags: (text.match(HASHTAG) || []).length, mentions: (text.match(MENTION) || []).length };
  }

  function joined(text, hashtags) {
    const there = new Set((text.match(HASHTAG) || []).map((tag) => tag.slice(1).toLowerCase()));
    const rest = hashtags.map((tag) => tag.replace(/^#+/, "")).filter((tag) => tag && !there.has(tag.toLowerCase()));
    const below = Array.from(new Set(rest), (tag) => `#${tag}`).join(" ");
    return [plain(text).trimEnd(), below].filter(Boolean).join("\n\n");
  }

  const counting = { length, wordsIn, joined };
  if (typeof module !== "undefined") module.exports = counting;
  else window.counting = counting;
})();
