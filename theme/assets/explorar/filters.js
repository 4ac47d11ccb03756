/* Explorer, the filters: beside the list, or as a sheet on a phone. */
(function () {
  'use strict';
  var core = window.explorador;
  if (!core) return;
  var el = core.el, icon = core.icon, told = core.told;
  var LONG_FACET = 8;

  /* The filters stand beside the list; on a phone the same form opens as a sheet. */
  function makeFilters(data, on) {
    var totals = core.select(data, core.empty(data)).counts;
    var fields = data.facets.map(function (facet, n) { return makeFacet(facet, n, totals[n], on); });
    var form = el('form', { id: 'filtros', 'aria-label': 'Filtros' });
    fields.forEach(function (field) { form.append(field.node); });
    form.append(el('p', { class: 's mute' }, 'En una práctica, país, tamaño, plazo, resultado y verificación son los de sus casos.'));
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    var home = el('div', { class: 'exp-filters' }, form);
    var close = el('button', { class: 'btn x', type: 'button' }, icon('x'), el('span', { class: 'vh' }, 'Cerrar filtros'));
    var none = el('button', { class: 'btn', type: 'button' }, 'Quitar todos');
    var go = el('button', { class: 'btn go', type: 'button' });
    var body = el('div', { class: 'sheet-body' });
    var sheet = el('dialog', { class: 'sheet', 'aria-labelledby': 'titulo-filtros' },
      el('div', { class: 'sheet-head' }, el('h2', { id: 'titulo-filtros' }, 'Filtros'), close), body, el('div', { class: 'sheet-foot' }, none, go));
    home.append(sheet);
    function shut() { sheet.close(); }
    close.addEventListener('click', shut);
    go.addEventListener('click', shut);
    none.addEventListener('click', on.reset);
    sheet.addEventListener('click', function (event) { if (event.target === sheet) shut(); });
    sheet.addEventListener('close', function () { home.prepend(form); });
    matchMedia('(min-width:60em)').addEventListener('change', function (media) { if (media.matches && sheet.open) shut(); });
    return {
      home: home,
      open: function () { body.append(form); sheet.showModal(); },
      draw: function (state, found) {
        fields.forEach(function (field, n) { field.draw(state.chosen[n], found.counts[n]); });
        go.textContent = found.items.length ? 'Ver ' + told(found.items) : 'Nada cumple esto';
      }
    };
  }

  /* The values that most entries have, with what they belong to: shown before «ver los otros». */
  function primes(facet, totals) {
    var found = new Set();
    facet.values.map(function (value, v) { return v; })
      .sort(function (a, b) { return totals[b] - totals[a] || a - b; }).slice(0, LONG_FACET)
      .forEach(function (v) {
        for (; v >= 0 && !found.has(v); v = facet.values[v].parent) found.add(v);
      });
    return found;
  }

  function makeFacet(facet, n, totals, on) {
    var rows = facet.values.map(function (value, v) {
      var input = el('input', { type: 'checkbox', name: facet.id, value: value.slug });
      var count = el('b');
      var label = el('label', { class: value.parent >= 0 ? 'inner' : null }, input, value.icon ? el('span', { class: 'r r-' + value.icon }, icon(value.icon), value.label) : value.label, count);
      input.addEventListener('change', function () { on.choose(n, v, input.checked); });
      return { input: input, count: count, label: label };
    });
    var all = rows.length <= LONG_FACET + 2;
    var more = el('button', { type: 'button', class: 'plain more', 'aria-expanded': 'false' });
    var used = el('b', { class: 'num mute' });
    var node = el('details', { class: 'facet', open: n < 5 }, el('summary', {}, el('span', {}, facet.title + ' ', used)));
    rows.forEach(function (row) { node.append(row.label); });
    if (!all) node.append(more);
    var prime = primes(facet, totals);
    function fit() {
      rows.forEach(function (row, v) { row.label.hidden = !all && !prime.has(v) && !row.input.checked; });
      var hidden = rows.filter(function (row) { return row.label.hidden; }).length;
      more.textContent = all ? 'Ver menos' : 'Ver los otros ' + hidden;
      more.setAttribute('aria-expanded', String(all));
    }
    more.addEventListener('click', function () { all = !all; fit(); });
    return {
      node: node,
      draw: function (chosen, counts) {
        rows.forEach(function (row, v) {
          row.input.checked = chosen.has(v);
          row.count.textContent = counts[v];
          row.label.classList.toggle('zero', !counts[v]);
        });
        used.textContent = chosen.size ? '(' + chosen.size + ')' : '';
        if (chosen.size) node.open = true;
        fit();
      }
    };
  }

  core.filters = makeFilters;
})();
