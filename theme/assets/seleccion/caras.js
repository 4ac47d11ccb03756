/* Pieces of the selection page: elements made of text only, and the two faces of a card. */
(function () {
  'use strict';
  var out = window.seleccionSalida;

  function el(tag, className, text) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }
  function add(parent) {
    [].slice.call(arguments, 1).forEach(function (child) { if (child) parent.appendChild(child); });
    return parent;
  }
  function figure(entry) {
    var parts = out.figure(entry.figure);
    return add(el('p', 'fig'), el('span', 'k', parts.label),
      parts.value && el('span', 'v word', parts.value), parts.basis && el('span', 'b', parts.basis));
  }
  function front(item, entry) {
    return add(el('article', 'tc'), el('p', 'kick', item.kind === 'c' ? 'Caso' : 'Práctica'),
      el('h3', '', entry.title), el('p', 'one', entry.summary), figure(entry));
  }
  /* `packed` is the QR code as bits; an entry without one prints its address alone. */
  function back(item, entry, packed, address, imprint) {
    return add(el('article', 'tc'), el('h3', '', entry.title), item.note && el('p', 's', item.note),
      add(el('div', 'tq'), typeof packed === 'string' && out.qr(packed, entry.title),
        add(el('span', 's'), document.createTextNode(address), el('br'), document.createTextNode(imprint))));
  }

  window.seleccionCaras = { el: el, add: add, figure: figure, front: front, back: back };
})();
