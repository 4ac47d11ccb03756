/* «Guardar en mi selección» on sheets and cards. Made here, so it is not there without JavaScript. */
(function () {
  'use strict';
  var store = window.seleccion;
  var FULL = 'No se pudo guardar: el espacio de este equipo está lleno o bloqueado.';
  var status, timer;

  function say(text) {
    if (!status) {
      status = document.createElement('p');
      status.className = 'said sel-said vh';
      status.setAttribute('role', 'status');
      document.body.appendChild(status);
    }
    clearTimeout(timer);
    status.textContent = text;
    status.classList.remove('vh');
    timer = setTimeout(function () { status.textContent = ''; status.classList.add('vh'); }, 4000);
  }
  function page() {
    var header = document.querySelector('.hd[data-base]');
    var base = header ? header.getAttribute('data-base').replace(/\/?$/, '/') : '/';
    return base + 'mi-seleccion/' + (/\.html$/.test(location.pathname) ? 'index.html' : '');
  }

  function show(button) {
    var on = store.place(store.read(), button.kind, button.entry) >= 0;
    button.setAttribute('aria-pressed', String(on));
    button.firstChild.textContent = on ? '✓ ' : '+ ';
    button.lastChild.textContent = button.short ? (on ? 'Guardado' : 'Guardar')
      : (on ? 'En mi selección' : 'Guardar en mi selección');
    /* A card's short word says to screen readers which card it is; it starts with the word shown. */
    if (button.short) button.setAttribute('aria-label', button.lastChild.textContent + ' en mi selección: ' + button.label);
  }
  function toggle(button) {
    var selection = store.read();
    var at = store.place(selection, button.kind, button.entry);
    if (at >= 0) selection.items.splice(at, 1);
    else if (selection.items.length >= store.MOST) return say('Su selección ya tiene ' + store.MOST + ' fichas.');
    else selection.items.push({ kind: button.kind, id: button.entry, note: '' });
    if (!store.write(selection)) return say(FULL);
    [].slice.call(document.querySelectorAll('.keep')).forEach(show);
    say(at >= 0 ? 'Quitado de su selección' : 'Guardado: su selección tiene ' + selection.items.length);
    link(selection.items.length);
  }
  function make(entry, title, short) {
    var button = document.createElement('button');
    var sign = document.createElement('span');
    button.type = 'button';
    button.className = short ? 'keep small np' : 'keep btn np';
    button.kind = entry.kind;
    button.entry = entry.id;
    button.short = short;
    sign.setAttribute('aria-hidden', 'true');
    button.appendChild(sign);
    button.appendChild(document.createElement('span'));
    button.label = title;
    button.addEventListener('click', function () { toggle(button); });
    show(button);
    return button;
  }

  /* Beside the buttons of a sheet: the way to the selection, once there is one. */
  function link(count) {
    var beside = document.querySelector('.keep.btn');
    var found = document.querySelector('.keep-link');
    if (!beside || (!count && !found)) return;
    if (!found) {
      found = document.createElement('a');
      found.className = 'btn keep-link np';
      beside.parentNode.insertBefore(found, beside.nextSibling);
    }
    found.href = page();
    found.hidden = !count;
    found.textContent = 'Ver mi selección (' + count + ')';
  }
  function onSheet() {
    var entry = store.named(location.pathname);
    var title = document.querySelector('main h1, article h1');
    var row = [].slice.call(document.querySelectorAll('.acts')).filter(function (acts) {
      return acts.querySelector('[data-do=print],[data-do=share]');
    })[0] || document.querySelector('.acts');
    if (!entry || !title || !row) return;
    row.appendChild(make(entry, title.textContent.trim(), false));
    link(store.read().items.length);
  }
  function onCard(card) {
    var anchor = card.querySelector('h2 a, h3 a, .h3 a');
    var entry = anchor && store.named(anchor.pathname);
    var where = card.querySelector('.meta') || card;
    if (entry && !card.querySelector('.keep')) where.appendChild(make(entry, anchor.textContent.trim(), true));
  }
  function onCards(root) {
    [].slice.call(root.querySelectorAll('.card')).forEach(onCard);
  }

  onSheet();
  onCards(document);
  /* The explorer draws its cards later. */
  var results = document.querySelector('main') || document.body;
  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      [].slice.call(change.addedNodes).forEach(function (node) {
        if (node.nodeType !== 1) return;
        if (node.classList.contains('card')) onCard(node);
        else if (node.querySelector) onCards(node);
      });
    });
  }).observe(results, { childList: true, subtree: true });
  /* Another window changed the selection. */
  window.addEventListener('storage', function (event) {
    if (event.key === store.KEY) [].slice.call(document.querySelectorAll('.keep')).forEach(show);
  });
})();
