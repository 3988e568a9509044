// Leaving at once: the page is emptied before the other one comes, and does not stand in the way back.
for (const link of document.querySelectorAll('a[data-leave]'))
  link.addEventListener('click', (event) => {
    event.preventDefault();
    document.body.hidden = true;
    document.title = '…';
    location.replace(link.href);
  });
