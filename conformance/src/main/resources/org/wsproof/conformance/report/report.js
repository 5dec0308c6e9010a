(() => {
  'use strict';
  const cases = [...document.querySelectorAll('.case')];
  const suites = [...document.querySelectorAll('.suite')];
  const totals = [...document.querySelectorAll('.total')];
  const suite = document.getElementById('suite');
  const text = document.getElementById('text');
  const shown = document.getElementById('shown');
  const unfold = document.getElementById('unfold');
  const none = document.querySelector('.none');
  let outcome = '';

  // What the text filter looks through: id, sentence and facts, not the trace.
  const words = cases.map((one) => [one.id, one.dataset.outcome, one.querySelector('.level').textContent,
    one.querySelector('.basis').textContent, one.querySelector('.sentence').textContent,
    ...[...one.querySelectorAll('.facts dd')].map((fact) => fact.textContent)].join('\n').toLowerCase());

  const filter = () => {
    const wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    cases.forEach((one, i) => {
      const shows = (!outcome || one.dataset.outcome === outcome) && (!suite.value || one.dataset.suite === suite.value)
        && wanted.every((word) => words[i].includes(word));
      one.hidden = !shows;
      count += shows ? 1 : 0;
    });
    suites.forEach((one) => { one.hidden = !one.querySelector('.case:not([hidden])'); });
    totals.forEach((one) => one.setAttribute('aria-pressed', String(one.dataset.outcome === outcome)));
    shown.textContent = count + ' of ' + cases.length + ' cases';
    none.hidden = count > 0;
  };

  totals.forEach((one) => one.addEventListener('click', () => {
    outcome = one.dataset.outcome === outcome ? '' : one.dataset.outcome;
    filter();
  }));
  suite.addEventListener('change', filter);
  text.addEventListener('input', filter);
  document.querySelector('.filter').addEventListener('submit', (event) => event.preventDefault());
  unfold.addEventListener('click', () => {
    const visible = cases.filter((one) => !one.hidden);
    const open = visible.some((one) => !one.open);
    visible.forEach((one) => { one.open = open; });
    unfold.textContent = open ? 'Close all shown' : 'Open all shown';
  });

  // A link to a case opens it.
  const follow = () => {
    const one = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (one && one.classList.contains('case')) {
      one.open = true;
      one.scrollIntoView();
    }
  };
  addEventListener('hashchange', follow);
  filter();
  follow();
})();
