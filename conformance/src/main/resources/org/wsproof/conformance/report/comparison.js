(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const marks = new Map(data.marks.map((mark) => [mark.slug, mark]));
  const rows = [...document.querySelectorAll('.cells tr[data-row]')];
  const suites = [...document.querySelectorAll('.cells tbody')];
  const text = document.getElementById('text');
  const outcome = document.getElementById('outcome');
  const differences = document.getElementById('differences');
  const shown = document.getElementById('shown');
  const none = document.querySelector('.none');
  const told = document.getElementById('told');

  // What the text filter looks through: id, sentence, level, basis, outcomes and what was observed; not the traces.
  const words = rows.map((row) => {
    const one = data.cases[row.dataset.row];
    const cells = [...row.querySelectorAll('.words')].map((cell) => cell.textContent);
    return [one.id, one.sentence, one.about, ...cells].join('\n').toLowerCase();
  });

  const filter = () => {
    const wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, i) => {
      const shows = (!differences.checked || row.dataset.differs === 'true')
        && (!outcome.value || data.cases[row.dataset.row].cells.some((cell) => cell.outcome === outcome.value))
        && wanted.every((word) => words[i].includes(word));
      row.hidden = !shows;
      count += shows ? 1 : 0;
    });
    suites.forEach((suite) => { suite.hidden = !suite.querySelector('tr[data-row]:not([hidden])'); });
    shown.textContent = count + ' of ' + rows.length + ' cases';
    none.hidden = count > 0;
  };
  [text, outcome, differences].forEach((input) => input.addEventListener('input', filter));
  document.querySelector('.filter').addEventListener('submit', (event) => event.preventDefault());

  const element = (name, content, style) => {
    const one = document.createElement(name);
    one.textContent = content;
    if (style) one.className = style;
    return one;
  };
  const block = (title, content, style) => {
    const pre = element('pre', content, style);
    pre.tabIndex = 0;
    return [element('h3', title), pre];
  };
  const facts = (list) => {
    const dl = element('dl', '', 'facts');
    list.forEach(([name, value]) => {
      const fact = element('div', '');
      fact.append(element('dt', name), element('dd', value));
      dl.append(fact);
    });
    return list.length ? [element('h3', 'Facts'), dl] : [];
  };

  // What one target did in a case; without a target, what the case is.
  const parts = (one, column) => {
    if (column < 0) return block('The case', one.explained, 'explained');
    const cell = one.cells[column];
    const mark = marks.get(cell.outcome);
    const heading = element('p', '');
    heading.append(element('span', mark.sign + ' ' + mark.words, 'outcome ' + mark.slug),
      ' ' + data.columns[column].title + (cell.millis === undefined ? '' : ', ' + cell.millis + ' ms'));
    const trouble = data.columns[column].trouble;
    return [heading, ...(trouble ? [element('p', trouble, 'note')] : []), ...facts(cell.facts || []),
      ...(cell.trace ? block('Trace', cell.trace, 'trace') : []), ...(cell.again ? block('Again', cell.again, 'again') : [])];
  };

  const tell = (row, column) => {
    const one = data.cases[row];
    document.getElementById('told-case').textContent = one.id;
    document.getElementById('told-sentence').textContent = one.sentence;
    const tabs = [['The case', '', -1],
      ...one.cells.map((cell, i) => [marks.get(cell.outcome).sign + ' ' + data.columns[i].name, cell.outcome, i])];
    document.getElementById('told-targets').replaceChildren(...tabs.map(([name, style, i]) => {
      const tab = element('button', name, style);
      tab.type = 'button';
      tab.setAttribute('aria-pressed', String(i === column));
      tab.addEventListener('click', () => tell(row, i));
      return tab;
    }));
    document.getElementById('told-body').replaceChildren(...parts(one, column));
    history.replaceState(null, '', '#' + one.id + (column < 0 ? '' : '@' + column));
    if (!told.open) told.showModal();
    told.scrollTop = 0;
  };
  document.querySelector('.cells').addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) tell(Number(button.closest('tr').dataset.row), Number(button.closest('td')?.dataset.column ?? -1));
  });
  told.addEventListener('click', (event) => { if (event.target === told) told.close(); });
  told.addEventListener('close', () => history.replaceState(null, '', location.pathname + location.search));

  // A link to a case, or to a cell, opens it.
  const follow = () => {
    const [id, column] = decodeURIComponent(location.hash.slice(1)).split('@');
    const row = data.cases.findIndex((one) => one.id === id);
    if (row >= 0) {
      document.getElementById(id).scrollIntoView();
      tell(row, column in data.columns ? Number(column) : -1);
    }
  };
  addEventListener('hashchange', follow);
  filter();
  follow();
})();
