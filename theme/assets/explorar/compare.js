/* Explorer, two to four cases side by side. Their figures and the names of all indicators are fetched
   when first needed. */
(function () {
  'use strict';
  var core = window.explorador;
  if (!core) return;
  var el = core.el;

  /* Rows of the table: {name, unit, cells: one list of lines per case}; a line is
     {name, text, also, percent, basis}. Rows come in groups with a heading. */
  function rows(indicators, cases) {
    var facts = cases[0].facts.map(function (fact, n) {
      return { name: fact[0], cells: cases.map(function (one) { return [{ text: one.facts[n][1] }]; }) };
    });
    var names = [];
    cases.forEach(function (one) { one.money.forEach(function (row) { if (names.indexOf(row[0]) < 0) names.push(row[0]); }); });
    var money = names.map(function (name) {
      return { name: name, cells: cases.map(function (one) {
        return one.money.filter(function (row) { return row[0] === name; })
          .map(function (row) { return { text: row[1], basis: row[2] }; });
      }) };
    });
    var results = indicators.map(function (indicator) {
      return { name: indicator[1], unit: indicator[2], cells: cases.map(function (one) {
        return one.results.filter(function (row) { return row[0] === indicator[0]; }).map(function (row) {
          return { name: shorter(row[1], indicator[1]), text: row[2], also: row[3], percent: row[4], basis: row[5] };
        });
      }) };
    }).filter(function (row) { return row.cells.some(function (lines) { return lines.length; }); });
    return [
      ['Qué es', facts, ''],
      ['Dinero', money, 'Ninguno de estos casos da cifras de dinero.'],
      ['Resultados que dan dos o más', results.filter(shared), 'Ningún indicador se repite entre estos casos.'],
      ['Resultados que da uno solo', results.filter(function (row) { return !shared(row); }), '']
    ];
  }
  /* «Consumo de agua: lavado» under «Consumo de agua» needs only «lavado». */
  function shorter(name, indicator) {
    if (name.indexOf(indicator) !== 0) return name;
    var rest = name.slice(indicator.length).replace(/^: /, '');
    return rest.charAt(0).toUpperCase() + rest.slice(1);
  }
  function shared(row) {
    return row.cells.filter(function (lines) { return lines.length; }).length > 1;
  }

  function text(lines) {
    return lines.map(function (line) { return [line.name, line.text].join(' '); }).join('|');
  }
  function same(row) {
    var first = text(row.cells[0]);
    return Boolean(first) && row.cells.every(function (lines) { return text(lines) === first; });
  }

  /* A bar only where two or more cases give a percentage to hold beside each other. */
  function comparable(row) {
    return row.cells.filter(function (lines) {
      return lines.some(function (line) { return typeof line.percent === 'number'; });
    }).length > 1;
  }

  function line(one, bars) {
    var node = el('div', { class: 'line' });
    if (one.name) node.append(el('span', { class: 'k' }, one.name));
    node.append(el('span', { class: 'num' }, one.text));
    if (one.also) node.append(el('span', { class: 'b' }, one.also));
    if (bars && typeof one.percent === 'number') {
      var wide = Math.max(1, Math.min(100, Math.round(Math.abs(one.percent))));
      node.append(el('span', { class: 'range-bar', 'aria-hidden': 'true' }, el('i', { class: 'w' + wide })));
    }
    if (one.basis) node.append(el('span', { class: 'b' }, one.basis));
    return node;
  }

  function cell(lines, n, bars) {
    var node = el('td', { role: 'cell' }, el('span', { class: 'who', 'aria-hidden': 'true' }, 'Caso ' + (n + 1)));
    if (!lines.length) node.append(el('span', { class: 'mute' }, 'Sin dato'));
    lines.forEach(function (one) { node.append(line(one, bars)); });
    return node;
  }

  function group(heading, found, none, items) {
    var body = el('tbody', { role: 'rowgroup' }, el('tr', { class: 'part', role: 'row' },
      el('th', { colspan: items.length + 1, scope: 'rowgroup', role: 'rowheader' }, heading)));
    found.forEach(function (row) {
      var equal = same(row);
      var head = el('th', { scope: 'row', role: 'rowheader' }, row.name);
      if (row.unit) head.append(el('small', { class: 'mute' }, ' en ' + row.unit));
      if (equal) head.append(el('small', { class: 'mute eq' }, ' igual en todos'));
      var line = el('tr', { class: equal ? 'same' : null, role: 'row' }, head);
      row.cells.forEach(function (lines, n) { line.append(cell(lines, n, comparable(row))); });
      body.append(line);
    });
    if (!found.length) body.append(el('tr', { role: 'row' }, el('td', { colspan: items.length + 1, role: 'cell', class: 'mute' }, none)));
    return body;
  }

  function table(indicators, items, link, drop) {
    var head = el('tr', { role: 'row' }, el('td', { role: 'cell' }));
    items.forEach(function (item, n) {
      var out = el('button', { type: 'button', class: 'plain s np' }, 'Quitar', el('span', { class: 'vh' }, ' ' + item.title));
      out.addEventListener('click', function () { drop(item.id); });
      head.append(el('th', { scope: 'col', role: 'columnheader' }, el('small', { class: 'mute' }, 'Caso ' + (n + 1)), el('a', { href: link(item) }, item.title), out));
    });
    var node = el('table', { class: 'versus', role: 'table', 'aria-label': 'Comparación de casos' }, el('thead', { role: 'rowgroup' }, head));
    rows(indicators, items.map(function (item) { return item.figures; })).forEach(function (part) {
      if (part[1].length || part[2]) node.append(group(part[0], part[1], part[2], items));
    });
    return node;
  }

  function create(place, data, link, on) {
    var source = data.root + place.getAttribute('data-indicators');
    var heading = el('h2', { tabindex: '-1' });
    var back = el('button', { class: 'btn', type: 'button' }, 'Volver a la lista');
    var print = el('button', { class: 'btn', type: 'button', 'data-do': 'print' }, core.icon('print'), ' Imprimir');
    var copy = el('button', { class: 'btn', type: 'button', 'data-do': 'copy', 'data-copy': 'esta-comparacion' }, core.icon('share'), ' Copiar enlace');
    var hide = el('input', { type: 'checkbox' });
    var address = el('p', { id: 'esta-comparacion', class: 'pr s' });
    var holder = el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Comparación' });
    var node = el('section', { class: 'mt3', id: 'comparacion' }, heading,
      el('p', { class: 's mute' }, 'Cada cifra está como la imprime su fuente. «≈» es cálculo del catálogo: lo que falta, o la unidad común del indicador. Monedas y años no se convierten. Los casos son distintos: compare con cuidado.'),
      el('div', { class: 'acts mb3' }, back, print, copy, el('label', { class: 'pick s' }, hide, ' Ocultar lo que es igual')), holder, address);
    back.addEventListener('click', on.back);
    hide.addEventListener('change', function () { node.classList.toggle('only-diff', hide.checked); });

    function failed(state, stale) {
      var again = el('button', { class: 'btn', type: 'button' }, 'Volver a intentar');
      again.addEventListener('click', window.catalogoFichas.again(stale, function () { heading.focus(); draw(state); }));
      holder.textContent = '';
      holder.append(el('p', { role: 'status' }, 'No se pudieron cargar las cifras. Revise la conexión y vuelva a intentarlo, o abra cada ficha desde la lista.'), again);
    }
    function draw(state) {
      var items = state.picks.map(function (id) { return data.cases.get(id); });
      heading.textContent = 'Comparar ' + items.length + ' casos';
      address.textContent = location.href;
      holder.textContent = 'Cargando las cifras…';
      Promise.all([
        new Promise(function (done, lost) { data.texts(items, done, lost); }),
        new Promise(function (done, lost) { data.figures(items, done, lost); }),
        window.catalogoScript(source, function () { return Boolean(window.catalogoIndicadores); })
      ]).then(function () {
        holder.textContent = '';
        holder.append(table(window.catalogoIndicadores, items, link, on.drop));
      }, function (stale) { failed(state, stale); });
    }
    return { node: node, draw: draw, heading: heading };
  }

  core.compare = { create: create, rows: rows };
})();
