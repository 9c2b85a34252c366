"""What a foreign page does in Chromium: forms, links, embedded things, requests of scripts."""

from __future__ import annotations

SUBMIT = """([method, url, fields]) => {
  const form = document.createElement("form");
  form.method = method; form.action = url;
  for (const [name, value] of fields) {
    const input = document.createElement("input");
    input.name = name; input.value = value; form.append(input);
  }
  document.body.append(form); form.submit();
}"""
FOLLOW = """([url]) => { const a = document.createElement("a"); a.href = url; document.body.append(a); a.click(); }"""
EMBED = """([tag, url]) => { const one = document.createElement(tag); one.src = url; document.body.append(one); }"""
FETCH = """([method, url, fields]) => {
  fetch(url, {method, mode: "no-cors", credentials: "include", body: new URLSearchParams(fields)});
}"""
