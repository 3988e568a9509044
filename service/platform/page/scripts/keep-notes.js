// Notes are sent while somebody writes. Until the service has them they are kept on this device: through a lost network,
// a closed page, an ended session. What is sent twice is kept once, since every note has a key of its own.
const afterTypingMs = 1200;
const beforeTryingAgainMs = 10_000;

const words = {
  saving: 'Saving…',
  saved: 'Saved.',
  twice:
    'Saved. You wrote this note in two places: the other wording is kept too. Open the page again to see it.',
  offline: 'Kept here, not sent yet. It is sent when the network is back.',
  signedOut: 'Kept here, not sent yet. Sign in again in another window, and it is sent.',
  nowhere: 'Not sent yet, and this browser keeps nothing. Leave this page open.',
  unsent: 'A note from before was kept on this device and is sent now.',
};

const forms = [...document.querySelectorAll('form[data-keeps-note]')];
const place = forms[0]?.dataset.keepsNote;
const prefix = `goldenthread note ${place} `;
const timers = new Map();
const sending = new Map();
let keepsAnything = true;

const field = (form, name) => form.elements.namedItem(name);
const boxOf = (form) => form.querySelector('textarea');
const formOf = (client) => forms.find((form) => field(form, 'client').value === client);

function say(client, text) {
  const says = (formOf(client) ?? forms[0])?.querySelector('[data-says]');
  if (says && says.textContent !== text) says.textContent = text;
}

function keep(draft) {
  try {
    localStorage.setItem(prefix + draft.client, JSON.stringify(draft));
  } catch {
    keepsAnything = false;
  }
}

function kept(client) {
  try {
    return JSON.parse(localStorage.getItem(prefix + client) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function keptKeys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function forget(client) {
  try {
    localStorage.removeItem(prefix + client);
  } catch {
    keepsAnything = false;
  }
}

function draftOf(form) {
  const read = (name) => field(form, name).value;
  return { client: read('client'), item: read('item'), seen: read('seen'), words: boxOf(form).value };
}

/** A new proof that the form is ours, where the old one went with a session that ended. */
async function freshToken() {
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const same = page.querySelector(`form[data-keeps-note="${CSS.escape(place)}"] input[name=csrf]`);
  if (!same) return false;
  for (const form of forms) field(form, 'csrf').value = same.value;
  return true;
}

function post(draft) {
  const csrf = field(forms[0], 'csrf').value;
  const body = new URLSearchParams({ ...draft, csrf, by: 'script' });
  return fetch(forms[0].action, { method: 'POST', body });
}

const isJson = (answer) => (answer.headers.get('content-type') ?? '').includes('application/json');

async function ask(draft) {
  const first = await post(draft);
  if (isJson(first)) return first.json();
  if (!(await freshToken())) return undefined;
  const second = await post(draft);
  return isJson(second) ? second.json() : undefined;
}

function took(draft, answer) {
  const form = formOf(draft.client);
  if (form) field(form, 'seen').value = String(answer.version);
  const now = kept(draft.client);
  if (!now || now.words === draft.words) {
    forget(draft.client);
    say(draft.client, answer.besides ? words.twice : words.saved);
    return;
  }
  keep({ ...now, seen: String(answer.version) });
  later(draft.client, 0);
}

async function send(client) {
  const form = formOf(client);
  const draft = kept(client) ?? (form && draftOf(form));
  if (!draft || (draft.words.trim() === '' && draft.seen === '0')) return forget(client);
  say(client, words.saving);
  try {
    const answer = await ask(draft);
    if (answer?.saved) return took(draft, answer);
    say(client, answer ? answer.message : words.signedOut);
    if (!answer) later(client, beforeTryingAgainMs);
  } catch {
    say(client, keepsAnything ? words.offline : words.nowhere);
    later(client, beforeTryingAgainMs);
  }
}

/** One at a time for each note, in the order in which it was written. */
function sendInTurn(client) {
  const turn = (sending.get(client) ?? Promise.resolve()).then(() => send(client));
  sending.set(client, turn);
}

function later(client, ms) {
  clearTimeout(timers.get(client));
  timers.set(
    client,
    setTimeout(() => sendInTurn(client), ms),
  );
}

/** What a page before left unsent goes back into its box; where another note stands there, it is sent beside it. */
function bringBack(draft) {
  const same = formOf(draft.client);
  const empty = forms.find(
    (form) =>
      field(form, 'item').value === draft.item &&
      field(form, 'seen').value === '0' &&
      boxOf(form).value === '',
  );
  const form = same ?? empty;
  if (form && boxOf(form).value === draft.words) return forget(draft.client);
  if (form) {
    field(form, 'client').value = draft.client;
    field(form, 'seen').value = draft.seen;
    boxOf(form).value = draft.words;
  }
  say(draft.client, words.unsent);
  later(draft.client, 0);
}

for (const form of forms)
  boxOf(form).addEventListener('input', () => {
    const draft = draftOf(form);
    keep(draft);
    later(draft.client, afterTypingMs);
  });

for (const key of keptKeys()) {
  const draft = kept(key.slice(prefix.length));
  if (draft) bringBack(draft);
}

addEventListener('online', () => keptKeys().forEach((key) => later(key.slice(prefix.length), 0)));
