/* Explorer, the page: search box, order, list of cards, tray. */
(function () {
  'use strict';
  var core = window.explorador;
  if (!core) return;
  var el = core.el, icon = core.icon, plural = core.plural, told = core.told;
  var WINDOW = 30;

  function create(place, data, on) {
    var cards = core.cards(place, data);
    var shown = WINDOW;
    var retry;

    /* -- controls, made once ------------------------------------------------------ */
    var box = el('input', { id: 'q', type: 'search', maxlength: '200', placeholder: 'Filtrar por palabras', autocomplete: 'off' });
    var look = el('button', { class: 'btn go', type: 'button' }, icon('search'), el('span', {}, 'Filtrar'));
    /* Not a form: the search of the catalog takes forms of this class for its own. */
    var ask = el('div', { class: 'ask full', role: 'search' }, el('label', { class: 'vh', for: 'q' }, 'Filtrar por palabras'), box, look);
    var status = el('p', { role: 'status', class: 'm0', tabindex: '-1' });
    var opener = el('button', { class: 'btn only-s', type: 'button', 'aria-haspopup': 'dialog' }, icon('filter'));
    var openerText = el('span');
    opener.append(openerText);
    var order = el('select', { class: 'sel', id: 'orden' });
    core.ORDERS.forEach(function (pair) { order.append(el('option', { value: pair[0] }, pair[1])); });
    var top = el('div', { class: 'bar-top' }, status, el('div', { class: 'acts' }, opener,
      el('label', { class: 's sort' }, 'Ordenar ', order)));
    var tags = el('ul', { class: 'tags mb3', 'aria-label': 'Filtros activos' });
    var remark = el('p', { class: 'void' });
    var again = el('button', { class: 'btn', type: 'button' }, 'Volver a intentar');
    var note = el('div', { class: 'note', role: 'status' },
      el('p', {}, 'No se pudieron cargar estas fichas. Revise la conexión y vuelva a intentarlo.'), again);
    var list = el('ul', { class: 'cards' });
    var more = el('button', { class: 'btn', type: 'button' });
    var save = el('button', { class: 'btn', type: 'button' }, icon('down'), ' Descargar esta lista (CSV)');
    var left = el('div', { class: 'np-list' }, ask, top, tags, list, el('p', { class: 'acts mt4' }, more, save), remark);
    var tray = el('section', { class: 'tray', 'aria-label': 'Comparar' });
    var trayText = el('b');
    var clear = el('button', { class: 'btn x', type: 'button' }, 'Vaciar');
    var compare = el('button', { class: 'btn', type: 'button' }, 'Comparar');
    tray.append(el('div', { class: 'wrap' }, trayText, clear, compare));
    var filters = core.filters(data, on);
    var grid = el('div', { class: 'exp' }, left, filters.home);

    opener.addEventListener('click', filters.open);
    box.addEventListener('focus', function () { setTimeout(core.warm, 0, data); }, { once: true });
    box.addEventListener('input', function () { on.type(box.value); });
    look.addEventListener('click', function () { on.search(box.value); });
    box.addEventListener('keydown', function (event) { if (event.key === 'Enter') on.search(box.value); });
    order.addEventListener('change', function () { on.order(order.value); });
    list.addEventListener('change', function (event) { if (event.target.hasAttribute('data-pick')) on.pick(event.target.value, event.target.checked); });
    more.addEventListener('click', function () {
      var first = shown;
      shown += WINDOW;
      on.redraw(function () { list.children[first].querySelector('a').focus(); });
    });
    save.addEventListener('click', on.save);
    again.addEventListener('click', function () { retry(); });
    clear.addEventListener('click', on.clearPicks);
    compare.addEventListener('click', on.compare);

    function drawTags(state) {
      tags.textContent = '';
      data.facets.forEach(function (facet, n) {
        state.chosen[n].forEach(function (value) {
          var button = el('button', { type: 'button' }, facet.values[value].label + ' ', icon('x'), el('span', { class: 'vh' }, 'quitar'));
          button.addEventListener('click', function () { on.choose(n, value, false); status.focus(); });
          tags.append(el('li', {}, button));
        });
      });
      if (state.q) {
        var word = el('button', { type: 'button' }, '«' + state.q + '» ', icon('x'), el('span', { class: 'vh' }, 'quitar'));
        word.addEventListener('click', function () { on.search(''); box.focus(); });
        tags.append(el('li', {}, word));
      }
      if (tags.children.length) {
        var all = el('button', { type: 'button', class: 'plain' }, 'Quitar todos');
        all.addEventListener('click', function () { on.reset(); status.focus(); });
        tags.append(el('li', {}, all));
      }
      tags.hidden = !tags.children.length;
    }

    function drawRemark(found, state, ignored) {
      var words = [];
      if (!found.items.length) words.push('Nada cumple todo esto a la vez. Quite un filtro, o aporte el caso que falta.');
      if (found.items.length) words.push(core.remark(found.items, state.order));
      if (ignored.length) words.push('La dirección pedía algo que este catálogo no tiene y se dejó de lado: ' +
        ignored.slice(0, 5).map(function (text) { return '«' + text.slice(0, 40) + '»'; }).join(', ') + '.');
      remark.textContent = words.filter(Boolean).join(' ');
      remark.hidden = !remark.textContent;
    }

    function drawPicks(state) {
      tray.hidden = !state.picks.length || state.comparing;
      trayText.textContent = plural(state.picks.length, 'caso', 'casos') + (state.picks.length === 1 ? ': elija otro' : '');
      compare.disabled = state.picks.length < 2;
      list.querySelectorAll('[data-pick]').forEach(function (input) {
        input.checked = state.picks.indexOf(input.value) >= 0;
        input.disabled = !input.checked && state.picks.length >= core.MOST_COMPARED;
      });
    }

    /* All but the cards, whose texts may still have to come. */
    function draw(state, found, ignored, keep) {
      if (!keep) shown = WINDOW;
      list.setAttribute('aria-busy', 'true');
      if (document.activeElement !== box) box.value = state.q;
      order.value = state.order;
      status.textContent = '';
      status.append(el('b', {}, told(found.items)));
      if (found.items.length < data.items.length) status.append(el('span', { class: 'mute' }, ' de ' + told(data.items)));
      var active = state.chosen.reduce(function (sum, chosen) { return sum + chosen.size; }, 0);
      openerText.textContent = active ? 'Filtros (' + active + ')' : 'Filtros';
      drawTags(state);
      more.hidden = found.items.length <= shown;
      more.textContent = 'Ver ' + Math.min(WINDOW, found.items.length - shown) + ' más de ' + (found.items.length - shown);
      save.hidden = !found.items.length;
      drawRemark(found, state, ignored);
      filters.draw(state, found);
      drawPicks(state);
    }
    function listed(found) { return found.items.slice(0, shown); }
    function drawList(state, found) {
      list.textContent = '';
      listed(found).forEach(function (item) { list.append(cards.card(item, state.picks)); });
      list.removeAttribute('aria-busy');
      note.remove();
    }
    /* Nothing can be said of what was asked. */
    function empty() {
      list.textContent = status.textContent = '';
      more.hidden = save.hidden = true;
    }
    /* Under what is listed; `work` is what to do once more. */
    function trouble(work) {
      retry = work;
      list.removeAttribute('aria-busy');
      list.after(note);
    }

    return { grid: grid, tray: tray, draw: draw, drawList: drawList, listed: listed, empty: empty, trouble: trouble, note: note, drawPicks: drawPicks, link: cards.link, status: status };
  }

  core.create = create;
})();
