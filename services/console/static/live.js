// Looks again when the office says that something has changed, and whenever the line to it is there (anew): what changed
// in between was not heard. Never while somebody is at a form: then it is only said.
const main = document.getElementById("main");
let shown = main.innerHTML, touched = false;
main.addEventListener("input", () => { touched = true; });

async function look() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("main");
  if (page.innerHTML === shown) return;
  if (touched || document.activeElement?.matches("#main :is(input, select, textarea)")) {
    document.getElementById("changed").hidden = false;
    return;
  }
  shown = page.innerHTML;
  const focused = document.activeElement?.getAttribute("href");
  main.replaceChildren(...page.childNodes);
  if (focused) main.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
}

const office = new EventSource("/staff/events");
office.addEventListener("message", look);
office.addEventListener("open", look);
