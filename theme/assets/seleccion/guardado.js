/* One's own selection: kept on this device, or carried by a link. No page needed, so tests can call it.
   Classic script; everything hangs on window.seleccion. */
(function () {
  'use strict';
  var KEY = 'catalogo.seleccion';
  var MOST = 100;
  var LONGEST_NOTE = 500;
  var LONGEST_TITLE = 120;
  var LONGEST_LINK = 60000;
  var SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  var KINDS = { c: 'casos', p: 'practicas' };

  function clean(text, most) {
    /* Control characters and marks that turn the direction of text have no place in a note. */
    return String(text == null ? '' : text)
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .slice(0, most);
  }
  function empty() { return { title: '', items: [] }; }

  /* Whatever was stored or linked, only well-formed items come out, each once. */
  function sound(raw) {
    var seen = {};
    var found = empty();
    if (!raw || typeof raw !== 'object') return found;
    found.title = clean(typeof raw.title === 'string' ? raw.title : '', LONGEST_TITLE);
    (Array.isArray(raw.items) ? raw.items : []).forEach(function (item) {
      if (!item || typeof item !== 'object' || !Object.prototype.hasOwnProperty.call(KINDS, item.kind)) return;
      if (typeof item.id !== 'string' || item.id.length > 120 || !SLUG.test(item.id)) return;
      var key = item.kind + '.' + item.id;
      if (seen['$' + key] || found.items.length >= MOST) return;
      seen['$' + key] = true;
      found.items.push({ kind: item.kind, id: item.id, note: clean(typeof item.note === 'string' ? item.note : '', LONGEST_NOTE) });
    });
    return found;
  }

  function read() {
    try { return sound(JSON.parse(localStorage.getItem(KEY) || 'null')); } catch (refused) { return empty(); }
  }
  /* False when the device refuses: storage full, or switched off. */
  function write(selection) {
    try { localStorage.setItem(KEY, JSON.stringify(sound(selection))); return true; } catch (refused) { return false; }
  }

  /* «#1;t=Título;c.bo-x=nota;p.y»: version, title, items in order. */
  function toLink(selection) {
    var parts = ['1'];
    if (selection.title) parts.push('t=' + encodeURIComponent(selection.title));
    selection.items.forEach(function (item) {
      parts.push(item.kind + '.' + item.id + (item.note ? '=' + encodeURIComponent(item.note) : ''));
    });
    return '#' + parts.join(';');
  }
  function decode(text) {
    try { return decodeURIComponent(text); } catch (malformed) { return ''; }
  }
  /* The selection of a fragment, or null when it carries none. */
  function fromLink(fragment) {
    var parts = String(fragment || '').replace(/^#/, '').slice(0, LONGEST_LINK).split(/;|%3B/i);
    if (parts.shift() !== '1') return null;
    var raw = empty();
    parts.forEach(function (part) {
      var cut = part.indexOf('=');
      var name = cut < 0 ? part : part.slice(0, cut);
      var value = cut < 0 ? '' : decode(part.slice(cut + 1));
      if (name === 't') raw.title = value;
      else raw.items.push({ kind: name.slice(0, 1), id: name.charAt(1) === '.' ? name.slice(2) : '', note: value });
    });
    return sound(raw);
  }

  function place(selection, kind, id) {
    for (var n = 0; n < selection.items.length; n++) {
      if (selection.items[n].kind === kind && selection.items[n].id === id) return n;
    }
    return -1;
  }
  /* «/…/casos/x/» or «…/casos/x/index.html» -> {kind, id}; null for any other page. */
  function named(path) {
    var found = /\/(casos|practicas)\/([a-z0-9-]+)\/(?:index\.html)?$/.exec(path);
    if (!found || !SLUG.test(found[2])) return null;
    return { kind: found[1] === 'casos' ? 'c' : 'p', id: found[2] };
  }

  window.seleccion = {
    KEY: KEY, KINDS: KINDS, MOST: MOST, LONGEST_NOTE: LONGEST_NOTE, LONGEST_TITLE: LONGEST_TITLE,
    clean: clean, empty: empty, sound: sound, read: read, write: write,
    toLink: toLink, fromLink: fromLink, place: place, named: named
  };
})();
