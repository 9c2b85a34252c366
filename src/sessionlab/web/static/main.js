// The page begins here: the model with all words, then the first screen or the lab that a link describes.

import { askModel, askPlay } from "./api.js";
import { byId, fill, h } from "./dom.js";
import { prefs, useTheme } from "./prefs.js";
import { useDocuments } from "./view/cite.js";
import { drawIntro } from "./view/intro.js";
import { useWords, w } from "./words.js";

/** @typedef {import("./types").Model} Model */

useTheme(prefs().theme);

async function begin() {
  const model = await askModel();
  useWords(model.words);
  useDocuments(model.documents);
  // The lab itself comes while the first screen is read.
  const lab = import("./lab-page.js").then((page) => page.makeLab(model));
  if (location.hash.length > 1) return (await lab).openLink(location.hash.slice(1));
  return firstScreen(model, lab);
}

/** @param {Model} model @param {Promise<import("./lab-page.js").LabPage>} lab */
function firstScreen(model, lab) {
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
        const page = await lab;
        document.body.classList.remove("first-screen", "answered");
        fill(places.body);
        page.openPlays(intro.first ? [...model.first_actions] : [], intro.second ? [{}, jwt] : [{}]);
      },
    },
  };
  /** @param {Partial<import("./view/intro.js").Intro>} changes */
  function draw(changes) {
    Object.assign(intro, changes);
    drawIntro(places, intro);
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
