/* Explorer, the beginning: data in, page replaced, address kept in step. */
(function () {
  'use strict';
  var core = window.explorador;
  var place = document.getElementById('explorador');
  var PAUSE = 150;
  /* Without one of the scripts the lists of the page stay as they are; catalogo.js tells the reader.
     Without core.js the name stands for the element with that id. */
  if (!place || !window.catalogoExplorar || !window.catalogoFichas || !core || !core.read || !core.cards || !core.filters || !core.create || !core.compare) return;

  var data = core.read(window.catalogoExplorar, place.getAttribute('data-root').replace(/index\.html$/, ''));
  var title = document.title;
  var state, ignored, found, timer;
  var turn = 0;

  /* Some browsers refuse to change the query of a file:// address: then it goes behind a #. */
  function query() {
    return location.search || (location.hash.indexOf('#?') === 0 ? location.hash.slice(1) : '');
  }
  function write(push) {
    var text = core.serialize(state, data);
    if (text === query()) return;
    var target = location.pathname + text;
    try {
      if (push) history.pushState(null, '', target); else history.replaceState(null, '', target);
    } catch (refused) {
      if (push) location.hash = text; else location.replace('#' + text);
    }
  }
  function fromAddress() {
    var parsed = core.parse(query(), data);
    state = parsed.state;
    ignored = parsed.ignored;
  }

  /* What is known is drawn at once, cards when their texts are here; `then` comes last. A draw that
     another one overtook while it waited ends there. */
  function draw(keep, then) {
    var mine = ++turn;
    function unlessOvertaken(step) { return function (stale) { if (mine === turn) step(stale); }; }
    var failed = unlessOvertaken(function (stale) {
      if (!keep) view.empty();
      tellLost(stale, function () { draw(keep, then); });
    });
    data.texts(state.q ? data.items : [], unlessOvertaken(function () {
      found = core.select(data, state);
      view.draw(state, found, ignored, keep);
      view.grid.hidden = state.comparing;
      versus.node.hidden = !state.comparing;
      document.title = state.comparing ? 'Comparar casos · ' + title : title;
      if (state.comparing) versus.draw(state);
      data.texts(state.comparing ? [] : view.listed(found), unlessOvertaken(function () {
        if (!state.comparing) view.drawList(state, found);
        show();
        if (then) then();
      }), failed);
    }), failed);
  }
  /* The lists of the page stay until there is something in their place. */
  function show() {
    if (view.grid.parentNode) return;
    place.querySelectorAll('[data-static]').forEach(function (part) { part.remove(); });
    place.append(view.grid, versus.node);
    place.closest('article').after(view.tray);
  }
  /* Above the lists of the page while they stand, unless catalogo.js told it already. */
  function tellLost(stale, again) {
    var standing = !view.grid.parentNode;
    if (standing && document.querySelector('main .note')) return;
    view.trouble(window.catalogoFichas.again(stale, again));
    if (standing) place.prepend(view.note);
  }
  function changed(push) {
    ignored = [];
    write(push);
    draw(false);
  }
  function go(comparing) {
    state.comparing = comparing;
    changed(true);
    window.scrollTo(0, 0);
    (comparing ? versus.heading : view.status).focus({ preventScroll: true });
  }

  var on = {
    choose: function (facet, value, wanted) {
      if (wanted) state.chosen[facet].add(value); else state.chosen[facet].delete(value);
      changed(true);
    },
    type: function (text) {
      clearTimeout(timer);
      timer = setTimeout(function () { state.q = text.slice(0, 200); changed(false); }, PAUSE);
    },
    search: function (text) { clearTimeout(timer); state.q = text.slice(0, 200); changed(true); },
    order: function (id) { state.order = id; changed(true); },
    reset: function () {
      state.q = '';
      state.chosen.forEach(function (chosen) { chosen.clear(); });
      changed(true);
    },
    pick: function (id, wanted) {
      state.picks = state.picks.filter(function (other) { return other !== id; });
      if (wanted && state.picks.length < core.MOST_COMPARED) state.picks.push(id);
      write(false);
      view.drawPicks(state);
    },
    clearPicks: function () { state.picks = []; write(false); view.drawPicks(state); view.status.focus(); },
    compare: function () { go(true); },
    back: function () { go(false); },
    drop: function (id) {
      state.picks = state.picks.filter(function (other) { return other !== id; });
      go(state.picks.length > 1);
    },
    redraw: function (then) { draw(true, then); },
    save: function () { data.texts(found.items, save, function (stale) { tellLost(stale, on.save); }); }
  };
  function save() {
    var url = URL.createObjectURL(new Blob([core.csv(found.items, data)], { type: 'text/csv;charset=utf-8' }));
    var link = core.el('a', { href: url, download: 'seleccion.csv', hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(url); }, 1000);
  }

  fromAddress();
  var view = core.create(place, data, on);
  var versus = core.compare.create(place, data, view.link, on);
  draw(false);
  function moved() { fromAddress(); draw(false); }
  window.addEventListener('popstate', moved);
  window.addEventListener('hashchange', moved);
})();
