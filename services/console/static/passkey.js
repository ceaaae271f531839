// Speaks with the browser's passkeys: the office's question goes in, its answer goes back, nothing is kept.
const button = document.getElementById("sign-in") ?? document.getElementById("register");
const told = document.getElementById("told");

async function send(address, value) {
  const answer = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.status === 204 ? null : answer.json();
}

button?.addEventListener("click", async () => {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    told.textContent = told.dataset.lacking;
    return;
  }
  button.disabled = true;
  told.textContent = "";
  try {
    const question = await send(button.dataset.question, {});
    const credential = button.id === "register"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
    const { id, rawId, response, type, clientExtensionResults } = credential.toJSON();
    await send(button.dataset.answer, { id, rawId, response, type, clientExtensionResults });
    location.assign(button.dataset.then);
  } catch {
    told.textContent = told.dataset.failed;
    button.disabled = false;
  }
});
