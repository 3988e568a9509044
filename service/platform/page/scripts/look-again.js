// While a file is worked on, its page shows by itself how far it has come, and says so aloud when it has come further.
// Nothing moves under a reader's hands: the focus stays where it was, and what is being selected is left alone.
const betweenLooksMs = 1500;
const mostFailures = 20;

const part = (page) => page.querySelector('[data-look-again]');
const status = (page) => page.querySelector('[data-says]');
const isAtWork = () => part(document)?.dataset.lookAgain === 'yes';

function isInUse() {
  const selection = getSelection();
  const isSelecting = selection !== null && !selection.isCollapsed;
  return document.visibilityState === 'hidden' || isSelecting;
}

/** The same link, button or field in what has come in its place; otherwise the heading, so that nobody starts anew. */
function focusAgain(held) {
  const now = part(document);
  const links = [...now.querySelectorAll('a[href], button, input, select, summary')];
  const same = links.find(
    (one) =>
      one.tagName === held.tagName &&
      one.getAttribute('href') === held.getAttribute('href') &&
      one.id === held.id &&
      one.textContent === held.textContent,
  );
  const heading = now.querySelector('h1');
  if (!same) heading?.setAttribute('tabindex', '-1');
  (same ?? heading)?.focus({ preventScroll: true });
}

function show(page) {
  const [before, after] = [part(document), part(page)];
  const held = before.contains(document.activeElement) ? document.activeElement : undefined;
  if (before.innerHTML !== after.innerHTML) before.replaceChildren(...after.childNodes);
  before.dataset.lookAgain = after.dataset.lookAgain;
  document.title = page.title;
  if (held && !held.isConnected) focusAgain(held);
  const [heard, says] = [status(document), status(page).dataset.says];
  if (heard.dataset.says === says) return;
  heard.dataset.says = says;
  heard.textContent = says;
}

async function look() {
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (part(page)) show(page);
  // whoever was signed out meanwhile is left where they are, and learns of it with their next step
  else part(document).dataset.lookAgain = 'no';
}

let failures = 0;

async function lookOnAndOn() {
  while (isAtWork() && failures < mostFailures) {
    await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
    if (isInUse()) continue;
    try {
      await look();
      failures = 0;
    } catch {
      failures += 1;
    }
  }
}

void lookOnAndOn();
