// Runs before the first paint, so that nobody sees the other theme flash; settings.js keeps the choice.
(function () {
  let theme = 'auto';
  try {
    theme = JSON.parse(localStorage.getItem('wirestream') || '{}').theme || 'auto';
  } catch (e) {
    theme = 'auto';
  }
  const dark = theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
