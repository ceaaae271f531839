// Looks again when the office says that something has changed; never while somebody is at a form.
const main = document.getElementById("main");
const changed = document.getElementById("changed");
let touched = false;
main.addEventListener("input", () => { touched = true; });

async function look() {
  if (touched || main.contains(document.activeElement) && document.activeElement.matches("input, select, textarea")) {
    changed.hidden = false;
    return;
  }
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const focused = document.activeElement?.getAttribute("href");
  main.replaceChildren(...page.getElementById("main").childNodes);
  if (focused) main.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
}

new EventSource("/staff/events").addEventListener("message", look);
