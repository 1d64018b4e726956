// Keeps an open page up to date: hears that something changed, reads the page again and swaps the parts that differ.
// Without it, reloading shows the same.
const from = document.getElementById("content").dataset.from;
const lost = document.getElementById("live-lost");
const told = new Map();
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
// Each form carries new secrets every time; they alone are no reason to swap anything.
const said = part => part.outerHTML.replace(/<input type="hidden"[^>]*>/g, "");
const parts = page => page.querySelectorAll("[data-live]");
const twin = (element, page) => page.querySelector(`[id="${element.id}"]`);

function swap(old, fresh) {
  const html = said(fresh);
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const touched = [...old.querySelectorAll("form[data-touched]")];
  const typing = focused?.matches("input:not([type=checkbox])");
  if (told.get(old.id) === html || typing || touched.some(form => !twin(form, fresh))) return;
  told.set(old.id, html);
  touched.forEach(form => twin(form, fresh).replaceWith(form));
  old.querySelectorAll("details[open]").forEach(details => { const same = twin(details, fresh); if (same) same.open = true; });
  old.replaceWith(fresh);
  if (focused?.id) document.getElementById(focused.id)?.focus({ preventScroll: true });
}

let reading = false;
let again = false;
async function read() {
  again = reading;
  if (reading || document.hidden) return;
  reading = true;
  try {
    const answer = await fetch(from, { signal: AbortSignal.timeout(10000) });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    parts(document).forEach(old => { const fresh = twin(old, page); if (fresh) swap(old, fresh); });
    lost.hidden = events.readyState === EventSource.OPEN;
  } catch {
    lost.hidden = false;
  }
  await pause(1000); // a busy moment must not become a storm of requests
  reading = false;
  if (again) read();
}

parts(document).forEach(part => told.set(part.id, said(part)));
document.addEventListener("input", event => event.target.form?.setAttribute("data-touched", ""));
document.addEventListener("visibilitychange", read);
const events = new EventSource("/events");
events.addEventListener("hello", read);
events.addEventListener("changed", read);
events.addEventListener("error", () => { lost.hidden = false; });
setInterval(() => { if (events.readyState !== EventSource.OPEN) read(); }, 10000);
