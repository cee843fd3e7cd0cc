// Runs before the first picture is painted: the chosen theme, the part of the day, the faces, and whether this is the first start.
// Kept in a file of its own because the content security policy allows no script inside the page.
(() => {
  const root = document.documentElement;
  const hour = new Date().getHours();
  root.dataset.dayPart = hour < 5 ? 'night' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  let settings = {};
  try {
    settings = JSON.parse(localStorage.getItem('sacra.settings') ?? '{}') ?? {};
  } catch {
    // Storage is shut or damaged: the defaults stand.
  }
  if (settings.theme === 'light' || settings.theme === 'dark') root.dataset.theme = settings.theme;
  // A page that the service worker answers for has every face on the device already.
  if (navigator.serviceWorker?.controller) root.dataset.displayFace = 'here';
  if (typeof settings.firstReadAt !== 'string') root.dataset.start = 'first';
})();
