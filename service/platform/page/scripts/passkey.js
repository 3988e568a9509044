// Asks the device for a passkey when the form is sent, and puts what it answers into the form. Nothing is kept here.
const form = document.querySelector('form[data-passkey]');
const says = form?.querySelector('[data-passkey-says]');

const bytesOf = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const textOf = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const named = (list) => (list ?? []).map((one) => ({ ...one, id: bytesOf(one.id) }));

/** What came from the server, as the browser takes it; older browsers do not read it by themselves. */
function creation(options) {
  if (PublicKeyCredential.parseCreationOptionsFromJSON)
    return PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const user = { ...options.user, id: bytesOf(options.user.id) };
  const challenge = bytesOf(options.challenge);
  return { ...options, challenge, user, excludeCredentials: named(options.excludeCredentials) };
}

function request(options) {
  if (PublicKeyCredential.parseRequestOptionsFromJSON)
    return PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const challenge = bytesOf(options.challenge);
  return { ...options, challenge, allowCredentials: named(options.allowCredentials) };
}

/** What the device answered, as the server takes it. */
function written(credential) {
  const { id, rawId, type, response } = credential;
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
  const given = parts.filter((part) => response[part]).map((part) => [part, textOf(response[part])]);
  return { id, rawId: textOf(rawId), type, clientExtensionResults: {}, response: Object.fromEntries(given) };
}

async function asked() {
  const options = JSON.parse(form.dataset.options);
  const credential =
    form.dataset.passkey === 'make'
      ? await navigator.credentials.create({ publicKey: creation(options) })
      : await navigator.credentials.get({ publicKey: request(options) });
  return JSON.stringify(written(credential));
}

const words = {
  InvalidStateError: 'This device has a passkey here already.',
  NotAllowedError: 'No passkey came: it was stopped, or took too long. You can try again.',
  SecurityError: 'This browser does not make passkeys at this address.',
};

function tell(fault) {
  says.textContent = words[fault.name] ?? 'No passkey came. You can try again, or choose another way.';
  says.hidden = false;
}

async function askAndSend() {
  try {
    form.elements.answer.value = await asked();
    form.submit();
  } catch (fault) {
    tell(fault);
  }
}

form?.addEventListener('submit', (event) => {
  if (form.elements.answer.value !== '' || !globalThis.PublicKeyCredential) return;
  event.preventDefault();
  says.hidden = true;
  void askAndSend();
});
