"use strict";

// The page's own script. It does for the real application what the simulated page does: it sends forms without leaving
// the page, adds the CSRF token and the header of our own where the design wants them, and carries a credential that
// is not a cookie. What it keeps, and where, is for you to look at in the developer tools.

const design = document.body.dataset;
const told = document.getElementById("told");
let formToken = design.formToken || null;
let inMemory = null; // what a design with client_storage=js_memory keeps: gone with this page

const NAME = "session_lab_token";
const storages = { local_storage: window.localStorage, session_storage: window.sessionStorage };
const storage = storages[design.storage];

function kept() {
  return storage ? storage.getItem(NAME) : inMemory;
}

function keep(token) {
  if (!storage) inMemory = token;
  else if (token === null) storage.removeItem(NAME);
  else storage.setItem(NAME, token);
}

function take(answer) {
  if (answer.token === "forget") keep(null);
  else if (answer.token !== null) keep(answer.token);
  if (answer.form_token !== null) formToken = answer.form_token;
  if (answer.content === "logged_in") sessionStorage.setItem("signed_in", String(Date.now()));
  if (answer.content === "logged_out" || answer.content === "signed_out") sessionStorage.removeItem("signed_in");
  startTimers();
}

function carry(request) {
  const token = kept();
  if (token === null) return;
  if (design.transport === "authorization_header") request.headers.Authorization = "Bearer " + token;
  if (design.transport === "custom_header") request.headers["X-Session-Token"] = token;
  if (design.transport === "url_query") request.query.set("access_token", token);
  if (design.transport === "request_body") {
    request.fields.set("access_token", token);
    request.method = "POST";
  }
}

async function send(method, path, fields) {
  const request = { method, headers: { Accept: "application/json" }, query: new URLSearchParams(), fields };
  if (method === "POST") {
    if (formToken !== null) fields.set("csrf_token", formToken);
    if (design.ownHeader) request.headers["X-Requested-With"] = design.ownHeader;
  }
  carry(request);
  const query = String(request.query);
  const url = path + (query ? "?" + query : "");
  told.textContent = request.method + " " + url + " …";
  const response = await fetch(url, {
    method: request.method,
    headers: request.headers,
    body: request.method === "POST" ? request.fields : undefined,
    credentials: method === "POST" ? "include" : "same-origin",
  });
  const answer = await response.json();
  take(answer);
  told.textContent = request.method + " " + url + "\n" + response.status + " " + JSON.stringify(answer, null, 2);
}

// The page's own idea of when a session ends: it only makes this browser forget; the server is not told.
let timers = [];

function startTimers() {
  timers.forEach(clearTimeout);
  timers = [];
  const signedIn = sessionStorage.getItem("signed_in");
  if (signedIn === null) return;
  const leave = () => window.location.assign("/signed-out");
  if (design.idle) timers.push(setTimeout(leave, Number(design.idle) * 1000));
  if (design.absolute) {
    timers.push(setTimeout(leave, Number(signedIn) + Number(design.absolute) * 1000 - Date.now()));
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.plain !== undefined) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  fields.delete("csrf_token");
  send(form.method.toUpperCase(), new URL(form.action).pathname, fields).catch((problem) => {
    told.textContent = String(problem);
  });
});

take({ token: design.token || null, form_token: formToken, content: design.content });
