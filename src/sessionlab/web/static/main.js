// The page begins here: the model with all words, then the first screen or the lab that a link describes.

import { askModel, askPlay } from "./api.js";
import { byId, fill, h } from "./dom.js";
import { prefs, useTheme } from "./prefs.js";
import { useDocuments } from "./view/cite.js";
import { useWords, w } from "./words.js";

/** @typedef {import("./types").Model} Model */

useTheme(prefs().theme);

async function begin() {
  const followsLink = location.hash.length > 1;
  if (followsLink) void import("./lab-page.js");
  const model = await askModel();
  useWords(model.words);
  useDocuments(model.documents);
  /** @type {Promise<import("./lab-page.js").LabPage> | null} */
  let loading = null;
  // The lab itself is loaded when somebody is on the way to it: the first screen needs none of it.
  const lab = () => (loading ??= import("./lab-page.js").then((page) => page.makeLab(model)));
  if (followsLink) return (await lab()).openLink(location.hash.slice(1));
  return firstScreen(model, lab, await import("./view/intro.js"));
}

/** @param {Model} model @param {() => Promise<import("./lab-page.js").LabPage>} lab @param {typeof import("./view/intro.js")} view */
function firstScreen(model, lab, view) {
  const places = { title: byId("title"), say: byId("say"), body: byId("intro") };
  const jwt = { session_type: "jwt" };
  /** @type {import("./view/intro.js").Intro} */
  const intro = {
    guess: null,
    first: null,
    second: null,
    doing: {
      guess: (answer) => draw({ guess: answer }),
      play: async () => draw({ first: await askPlay({ actions: model.first_actions }) }),
      other: async () => draw({ second: await askPlay({ actions: model.first_actions, design: jwt }) }),
      open: async () => {
        const page = await lab();
        document.body.classList.remove("first-screen", "answered");
        fill(places.body);
        page.openPlays(intro.first ? [...model.first_actions] : [], intro.second ? [{}, jwt] : [{}]);
      },
    },
  };
  /** @param {Partial<import("./view/intro.js").Intro>} changes */
  function draw(changes) {
    Object.assign(intro, changes);
    view.drawIntro(places, intro);
    if (changes.first) void lab();
    // What had the keyboard may be gone with the question: it goes on at the answer.
    if (document.activeElement === document.body && (changes.first || changes.second)) byId("main").focus({ preventScroll: true });
  }
  document.body.classList.add("first-screen");
  draw({});
}

begin().catch((error) => {
  byId("notice").replaceChildren(h("p", { class: "notice", role: "alert" }, safely(() => w("notice.unreachable"), String(error))));
});

/** @param {() => string} words @param {string} instead */
function safely(words, instead) {
  try {
    return words();
  } catch {
    return instead;
  }
}
