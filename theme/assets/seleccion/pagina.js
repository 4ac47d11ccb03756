/* The page of one's own selection: order, notes, link, paper, cards, CSV. Text only, never HTML. */
(function () {
  'use strict';
  var store = window.seleccion;
  var out = window.seleccionSalida;
  var faces = window.seleccionCaras;
  var box = document.getElementById('seleccion');
  var FULL = 'No se pudo guardar en este equipo: el espacio está lleno o bloqueado. Copie el enlace para no perder su selección.';
  var MANY_NAMED = 5;
  if (!box || !store || !out || !faces || !window.catalogoFichas) return;

  var root = box.getAttribute('data-root').replace(/index\.html$/, '');
  var end = box.getAttribute('data-end');
  var known = {};
  var data = window.catalogoExplorar || { rows: [], fields: [], site: '' };
  var entries = window.catalogoFichas.read(data, root);
  entries.items.forEach(function (row) { known[(row.kind === 'caso' ? 'c.' : 'p.') + row.id] = row; });
  var shared = null;
  var mine = store.read();
  var selection = mine;
  var missing = [];
  var sure = false;
  var list, field, message, papers, counter;

  var el = faces.el;
  var add = faces.add;
  function button(text, action, className) {
    var made = el('button', className || 'btn', text);
    made.type = 'button';
    made.addEventListener('click', action);
    return made;
  }
  function say(text) { message.textContent = text; }

  function row(item) {
    var key = item.kind + '.' + item.id;
    return Object.prototype.hasOwnProperty.call(known, key) ? known[key] : null;
  }
  function path(item) { return store.KINDS[item.kind] + '/' + item.id + '/'; }
  function publicAddress(item) { return data.site + path(item); }
  function short(address) { return address.replace(/^https?:\/\//, ''); }

  /* Entries this edition does not have are left out and named. */
  function onlyKnown(found) {
    missing = found.items.filter(function (item) { return !row(item); }).map(function (item) { return item.id; });
    return { title: found.title, items: found.items.filter(row) };
  }
  function keep() {
    if (shared) return true;
    var done = store.write(selection);
    if (!done) say(FULL);
    return done;
  }
  /* From a folder the link would name a disk of this device: it leads to the published page. */
  function linkText() {
    var here = location.protocol === 'file:' ? data.site + 'mi-seleccion/' : location.href.split('#')[0];
    return here + store.toLink(selection);
  }
  function freshLink() { if (field) field.value = linkText(); }

  /* -- the list -- */
  function move(n, by) {
    var item = selection.items.splice(n, 1)[0];
    selection.items.splice(n + by, 0, item);
    keep();
    draw();
    var buttons = list.children[n + by].querySelectorAll('.order button');
    var again = buttons[by < 0 ? 0 : 1];
    (again.disabled ? buttons[by < 0 ? 1 : 0] : again).focus();
    say(row(item).title + ': lugar ' + (n + by + 1) + ' de ' + selection.items.length);
  }
  function remove(n) {
    var item = selection.items.splice(n, 1)[0];
    keep();
    draw();
    say('Quitado: ' + row(item).title);
    var next = list.children[Math.min(n, list.children.length - 1)];
    if (next) next.querySelector('a').focus();
  }
  function note(item, n) {
    var label = el('label', 'sel-note');
    var area = el('textarea');
    var paper = el('p', 'sel-paper', item.note);
    area.rows = 2;
    area.maxLength = store.LONGEST_NOTE;
    area.value = item.note;
    area.addEventListener('input', function () {
      selection.items[n].note = store.clean(area.value, store.LONGEST_NOTE);
      paper.textContent = selection.items[n].note;
      freshLink();
      if (keep()) say('');
    });
    return add(el('div'), add(label, el('span', 's mute', 'Mi nota'), area), paper);
  }
  function orderButtons(n) {
    var up = button('↑', function () { move(n, -1); });
    var down = button('↓', function () { move(n, 1); });
    var title = row(selection.items[n]).title;
    up.setAttribute('aria-label', 'Subir: ' + title);
    down.setAttribute('aria-label', 'Bajar: ' + title);
    up.disabled = n === 0;
    down.disabled = n === selection.items.length - 1;
    var gone = button('Quitar', function () { remove(n); });
    gone.setAttribute('aria-label', 'Quitar: ' + title);
    return add(el('p', 'order np'), up, down, gone);
  }
  function line(item, n) {
    var entry = row(item);
    var anchor = el('a', '', entry.title);
    anchor.href = root + path(item) + end;
    var facts = [item.kind === 'c' ? 'Caso' : 'Práctica'].concat(Array.isArray(entry.facts) ? entry.facts : []);
    return add(el('li'), add(el('div', 'row'),
      add(el('div'), el('p', 's mute m0', facts.filter(Boolean).join(', ')), add(el('h2', 'h3'), anchor),
        el('p', 's', entry.summary), el('p', 's pr', short(publicAddress(item))), note(item, n)),
      add(el('div'), faces.figure(entry), orderButtons(n))));
  }

  /* -- what leaves -- */
  function exported() {
    return selection.items.map(function (item) {
      var entry = row(item);
      var parts = out.figure(entry.figure);
      return {
        kind: item.kind, title: entry.title, summary: entry.summary, note: item.note,
        figure: [parts.label, parts.value].filter(Boolean).join(': '), address: publicAddress(item)
      };
    });
  }
  function download() {
    var file = URL.createObjectURL(new Blob([out.csv(exported())], { type: 'text/csv;charset=utf-8' }));
    var anchor = el('a');
    anchor.href = file;
    anchor.download = 'mi-seleccion.csv';
    document.body.appendChild(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(function () { URL.revokeObjectURL(file); }, 10000);
  }
  function copy() {
    freshLink();
    field.focus();
    field.select();
    function done(ok) { say(ok ? 'Enlace copiado' : 'Seleccione el enlace y cópielo.'); }
    function old() { try { done(document.execCommand('copy')); } catch (refused) { done(false); } }
    if (!navigator.clipboard) return old();
    navigator.clipboard.writeText(field.value).then(function () { done(true); }, old);
  }
  function paperOf(what) {
    document.documentElement.setAttribute('data-paper', what);
    window.print();
  }
  /* The codes are fetched only when cards are asked for. */
  function withCodes(then) {
    function told() { then(window.catalogoQr || {}); }
    window.catalogoScript(box.getAttribute('data-codes')).then(told, told);
  }
  /* Front of a card, or its back where codes are given; an empty place keeps the backs aligned. */
  function side(item, codes) {
    if (!item) return el('div', 'tc empty');
    if (!codes) return faces.front(item, row(item));
    var edition = box.getAttribute('data-edition');
    var imprint = (edition ? 'Edición del ' + edition + ' · ' : '') + box.getAttribute('data-license');
    return faces.back(item, row(item), codes[path(item)], short(publicAddress(item)), imprint);
  }
  function cards(codes, size) {
    papers.textContent = '';
    papers.className = 'papers of-' + size;
    for (var at = 0; at < selection.items.length; at += size) {
      var some = selection.items.slice(at, at + size);
      var fronts = el('div', 'deck2');
      var backs = el('div', 'deck2 back');
      for (var n = 0; n < some.length; n += 2) {
        var other = some[n + 1];
        add(fronts, side(some[n], null), side(other, null));
        add(backs, side(other, codes), side(some[n], codes));
      }
      add(papers, fronts, backs);
    }
    paperOf('cards');
  }
  function clear() {
    if (!sure) {
      sure = true;
      say('¿Vaciar la selección? Pulse otra vez para confirmar.');
      return;
    }
    selection = store.empty();
    keep();
    draw();
    say('Selección vacía');
  }
  function actions() {
    var cardsOf = function (size) { return function () { withCodes(function (codes) { cards(codes, size); }); }; };
    return add(el('p', 'acts np'),
      button('Imprimir la hoja', function () { paperOf('sheet'); }, 'btn go'),
      button('Tarjetas, 4 por hoja', cardsOf(4)), button('Tarjetas, 8 por hoja', cardsOf(8)),
      button('Descargar CSV', download), shared ? null : button('Vaciar', clear));
  }
  function linkRow() {
    var label = el('label', 'sel-link np');
    field = el('input');
    field.type = 'text';
    field.readOnly = true;
    field.addEventListener('focus', function () { field.select(); });
    freshLink();
    add(label, el('span', 's mute', 'Enlace con su selección (lleva también las notas)'), field);
    return add(el('div', 'np'), label, button('Copiar el enlace', copy));
  }
  function titleRow() {
    var label = el('label', 'sel-title np');
    var input = el('input');
    var paper = el('p', 'sel-heading', selection.title || 'Mi selección');
    input.type = 'text';
    input.maxLength = store.LONGEST_TITLE;
    input.value = selection.title;
    input.addEventListener('input', function () {
      selection.title = store.clean(input.value, store.LONGEST_TITLE);
      paper.textContent = selection.title || 'Mi selección';
      freshLink();
      if (keep()) say('');
    });
    return add(el('div'), add(label, el('span', 's mute', 'Título'), input), paper);
  }

  /* -- a link somebody sent -- */
  function take(together) {
    var both = together ? { title: mine.title || selection.title, items: mine.items.concat(selection.items) } : selection;
    var kept = store.sound(both);
    if (!store.write(kept)) return say(FULL);
    mine = selection = onlyKnown(kept);
    shared = null;
    try { history.replaceState(null, '', location.pathname + location.search); } catch (refused) { /* some browsers on file:// */ }
    show(function () { say('Guardado en este equipo'); });
  }
  function banner() {
    if (!shared) return null;
    var row = add(el('p', 'acts'), button('Guardar en este equipo', function () { take(false); }, 'btn go'));
    if (mine.items.length) {
      row.firstChild.textContent = 'Reemplazar la mía';
      add(row, button('Añadir a la mía', function () { take(true); }));
    }
    return add(el('div', 'note np'), el('p', '', 'Esta selección vino en un enlace. Todavía no se guardó en este equipo.'), row);
  }
  function lost() {
    if (!missing.length) return null;
    var names = missing.slice(0, MANY_NAMED).join(', ') + (missing.length > MANY_NAMED ? '…' : '');
    return el('p', 'note np', (missing.length === 1 ? 'Una ficha no está' : missing.length + ' fichas no están') +
      ' en esta edición y se dejaron fuera: ' + names + '.');
  }
  function draw() {
    sure = false;
    box.textContent = '';
    message = el('p', 'sel-message np');
    message.setAttribute('role', 'status');
    add(box, banner(), lost(), message);
    if (!selection.items.length) {
      var start = el('a', 'btn go', 'Buscar qué guardar');
      start.href = root + 'explorar/' + end;
      add(box, el('p', 'void', 'Todavía no hay nada. En cada ficha y en cada tarjeta hay un botón «Guardar en mi selección».'), start);
      return;
    }
    counter = el('p', 's mute', selection.items.length === 1 ? '1 ficha' : selection.items.length + ' fichas');
    list = el('ol', 'sel-list');
    selection.items.forEach(function (item, n) { list.appendChild(line(item, n)); });
    papers = el('div', 'papers');
    var imprint = [box.getAttribute('data-name'), box.getAttribute('data-edition'), box.getAttribute('data-license')];
    add(box, titleRow(), actions(), linkRow(), counter, list,
      el('p', 's pr sel-imprint', imprint.filter(Boolean).join(' · ') + ' · ' + short(data.site)), papers);
  }

  function open() {
    mine = onlyKnown(store.read());
    shared = store.fromLink(location.hash);
    if (shared) shared = onlyKnown(shared);
    selection = shared || mine;
    show();
  }
  /* Draws when the texts of the selection are here. */
  function show(then) {
    entries.texts(selection.items.map(row), function () {
      draw();
      if (then) then();
    }, function (stale) {
      box.textContent = '';
      add(box, el('p', 'note', 'No se pudieron cargar los textos de estas fichas. Nada se perdió: revise la conexión y vuelva a intentarlo.'),
        button('Volver a intentar', window.catalogoFichas.again(stale, function () { show(then); })));
    });
  }
  open();
  window.addEventListener('hashchange', open);
  window.addEventListener('afterprint', function () { document.documentElement.removeAttribute('data-paper'); });
  window.addEventListener('storage', function (event) { if (event.key === store.KEY && !shared) open(); });
})();
