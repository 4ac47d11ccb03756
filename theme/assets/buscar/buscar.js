/* The search box at work: in the overlay, under the box of the home page and on the search page.
   This file is fetched on first use; it then fetches the engine and the data, all classic scripts,
   so that it also runs from a folder (file://). Without it every box is a form that leads to a page. */
(function (global) {
  'use strict';
  if (global.CatalogoBuscar) return;
  var ENGINE = ['vendor/stemmer-es.js', 'assets/buscar/analisis.js', 'assets/buscar/indice.js', 'assets/buscar/motor.js',
    'assets/buscar/vista.js', 'assets/buscar/lista.js', 'datos/busqueda.js'];
  var LISTS = { 'practicas/': 'Prácticas', 'casos/': 'Casos', 'sectores/': 'Sectores', 'paises/': 'Países', 'recursos/': 'Recursos' };
  var FEW = 5, WAIT = 10, LONGEST = 300;
  var link = document.querySelector('a[data-search]');
  var base = document.querySelector('.hd').getAttribute('data-base') || '.';
  var end = /index\.html$/.test(link.getAttribute('href')) ? 'index.html' : '';
  var engine = null, loading = null, panels = 0;

  function address(path) {
    var parts = path.split('?');
    return base.replace(/\/$/, '') + '/' + parts[0] + end + (parts[1] === undefined ? '' : '?' + parts[1]);
  }
  function element(name, attributes, children) {
    var made = document.createElement(name);
    for (var key in attributes) made.setAttribute(key, attributes[key]);
    made.append.apply(made, children || []);
    return made;
  }

  /* -- Files: each fetched once; a failure may be tried again -------------------------------- */
  function fetchScript(path) {
    return window.catalogoScript(base.replace(/\/$/, '') + '/' + path);
  }
  function start() {
    if (!loading) {
      loading = Promise.all(ENGINE.map(fetchScript)).then(function () {
        engine = new CatalogoMotor(new CatalogoIndice(CATALOGO_BUSQUEDA));
      });
      loading.catch(function () { loading = null; });
    }
    return loading;
  }
  /* Does `work` until it lacks no block of the index, then `done` with what it made. At once when
     everything is here. `failed` when a file does not arrive, or arrives without its block. */
  function settle(work, done, failed, asked) {
    if (!engine) return start().then(function () { settle(work, done, failed); }, failed);
    var missing = engine.index.missing, had = asked || new Set();
    missing.clear();
    var made = work(), lacking = Array.from(missing);
    if (!lacking.length) return done(made);
    if (lacking.some(function (path) { return had.has(path); })) return failed();
    lacking.forEach(function (path) { had.add(path); });
    Promise.all(lacking.map(fetchScript)).then(function () { settle(work, done, failed, had); }, failed);
  }

  /* Lists that are always there, for when nothing else works. */
  function lists() {
    return element('ul', { class: 'tags' }, Object.keys(LISTS).map(function (path) { return element('li', {}, [element('a', { href: address(path) }, [LISTS[path]])]); }));
  }

  /* A box and the place for its results. `style`: overlay, below or page. */
  function Panel(input, output, style) {
    this.input = input;
    this.output = output;
    this.style = style;
    this.id = 'resultados-' + (++panels);
    this.kind = '';
    this.current = -1;
    this.links = [];
    this.timer = 0;
    this.turn = 0;
    this.found = null;
    this.status = document.createElement('p');
    this.status.setAttribute('role', 'status');
    this.status.className = 's mute m0';
    this.body = document.createElement('div');
    output.append(this.status, this.body);
    if (style !== 'page') this.combobox();
    var panel = this;
    input.addEventListener('input', function () { panel.later(); });
    input.addEventListener('keydown', function (event) { panel.onKey(event); });
    if (style === 'page') output.addEventListener('keydown', function (event) { panel.onKey(event); });
  }
  Panel.prototype.combobox = function () {
    var roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.id, autocomplete: 'off' };
    for (var name in roles) this.input.setAttribute(name, roles[name]);
    this.list = document.createElement('div');
    this.list.id = this.id;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', 'Resultados');
  };
  Panel.prototype.later = function () {
    var panel = this;
    clearTimeout(this.timer);
    this.timer = setTimeout(function () { panel.kind = ''; panel.run(); }, engine ? WAIT : 0);
  };
  Panel.prototype.search = function (query) {
    this.input.value = query;
    this.kind = '';
    this.input.focus();
    this.run();
  };

  /* The query to its results, with full texts when there are few; an answer that comes late is left. */
  Panel.prototype.run = function () {
    var panel = this, query = this.query(), turn = ++this.turn;
    if (this.style === 'page') remember(query, this.kind);
    if (!query) return this.clear();
    this.choose(-1, []);
    if (!engine) this.wait();
    this.ask(query, false, function (answer) {
      if (turn !== panel.turn) return;
      panel.show(answer);
      if (answer.full >= FEW) return panel.busy(false);
      panel.ask(query, true, function (more) {
        if (turn !== panel.turn) return;
        if (!panel.walking()) panel.show(more);
        panel.busy(false);
      }, function () { if (turn === panel.turn) panel.lackTexts(); });
    }, function () { if (turn === panel.turn) panel.fail(); });
  };
  /* While the engine is on its way no earlier failure stands there, nor its button. */
  Panel.prototype.wait = function () {
    this.body.replaceChildren();
    this.status.textContent = 'Cargando el índice de la búsqueda…';
  };
  /* Whether the visitor is among the results, which then stay. */
  Panel.prototype.walking = function () { return this.current >= 0 || this.body.contains(document.activeElement); };
  Panel.prototype.query = function () { return this.input.value.slice(0, LONGEST).trim(); };
  Panel.prototype.ask = function (query, full, done, failed) {
    var panel = this;
    this.busy(true);
    settle(function () {
      var answer = engine.search(query, full);
      if (!engine.index.missing.size) panel.choice(answer);
      return answer;
    }, done, failed);
  };
  /* Tells programs that read the page, and our tests, that the list is not final. */
  Panel.prototype.busy = function (busy) { this.output.setAttribute('aria-busy', String(busy)); };
  Panel.prototype.clear = function () {
    this.turn++;
    this.busy(false);
    this.status.textContent = '';
    this.body.replaceChildren();
    this.choose(-1, []);
    this.expand(false);
    document.documentElement.classList.remove('searched');
  };
  Panel.prototype.fail = function () {
    var panel = this, again = element('button', { type: 'button', class: 'btn go' }, ['Volver a intentar']);
    this.clear();
    this.status.textContent = 'La búsqueda no está disponible.';
    again.addEventListener('click', function () {
      panel.input.focus();
      if (panel.query()) return panel.run();
      panel.wait(); /* words typed meanwhile have an answer of their own on its way */
      start().then(function () { if (!panel.query()) panel.clear(); }, function () { if (!panel.query()) panel.fail(); });
    });
    this.body.append(element('div', { class: 'state bad' }, [
      element('p', {}, ['No se pudo cargar la búsqueda. Revise la conexión y vuelva a intentarlo; mientras tanto, todo está en estas listas.']),
      element('p', { class: 'acts' }, [again]), lists()]));
  };
  Panel.prototype.lackTexts = function () {
    var panel = this, again = element('button', { type: 'button', class: 'btn' }, ['Volver a intentar']);
    this.busy(false);
    again.addEventListener('click', function () { panel.input.focus(); panel.run(); });
    this.body.append(element('div', { class: 'state bad' }, [element('p', {}, ['No se pudo buscar en los textos completos; estos son los resultados por títulos y resúmenes.']), element('p', { class: 'acts' }, [again])]));
  };
  Panel.prototype.expand = function (open) {
    if (this.style !== 'page') this.input.setAttribute('aria-expanded', String(open));
  };

  /* Arrow keys: in a list box the choice moves and the focus stays; on the page the focus moves. */
  Panel.prototype.choose = function (place, links) {
    this.links = links;
    if (this.style === 'page') return;
    links.forEach(function (each, i) {
      each.classList.toggle('on', i === place);
      each.setAttribute('aria-selected', String(i === place));
    });
    this.current = place;
    if (place < 0) return this.input.removeAttribute('aria-activedescendant');
    this.input.setAttribute('aria-activedescendant', links[place].id);
    links[place].scrollIntoView({ block: 'nearest' });
  };
  Panel.prototype.onKey = function (event) {
    var step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0, count = this.links.length;
    if (step && count) {
      event.preventDefault();
      if (this.style === 'page') return this.walk(step);
      var next = this.current + step;
      this.choose(next < -1 ? count - 1 : next >= count ? -1 : next, this.links);
    } else if (event.key === 'Enter' && this.current >= 0 && event.target === this.input) {
      event.preventDefault();
      this.links[this.current].click();
    } else if (event.key === 'Escape' && this.style === 'below' && this.input.value) {
      event.preventDefault();
      this.input.value = '';
      this.clear();
    }
  };
  Panel.prototype.walk = function (step) {
    var next = this.links.indexOf(document.activeElement) + step;
    if (next < 0) this.input.focus(); else if (this.links[next]) this.links[next].focus();
  };

  /* -- The overlay ---------------------------------------------------------------------- */
  var dialog = null, panel = null;

  function cross() {
    var space = 'http://www.w3.org/2000/svg', svg = document.createElementNS(space, 'svg'), path = document.createElementNS(space, 'path');
    svg.setAttribute('class', 'i');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    path.setAttribute('d', 'm6 6 12 12M18 6 6 18');
    svg.append(path);
    return svg;
  }
  function build() {
    var input = element('input', { type: 'search', name: 'q', id: 'buscar-q', maxlength: LONGEST, placeholder: 'curtiembre, agua, caldera…' });
    var close = element('button', { type: 'button', class: 'btn' }, [cross(), element('span', { class: 'vh' }, ['Cerrar'])]);
    var form = element('form', { class: 'ask full', role: 'search', action: address('buscar/') }, [element('label', { class: 'vh', for: 'buscar-q' }, ['Buscar en el catálogo']), input, close]);
    var output = element('div', {});
    var inside = element('div', { class: 'dlg' }, [form, output]);
    dialog = element('dialog', { class: 'over', role: 'dialog', 'aria-modal': 'true', 'aria-label': 'Buscar' }, [inside]);
    panel = new Panel(input, output, 'overlay');
    close.addEventListener('click', function () { dialog.close(); });
    input.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') { event.preventDefault(); dialog.close(); } /* else the box only empties itself */
    });
    dialog.addEventListener('click', function (event) { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
  }
  function open(from) {
    if (!dialog) build();
    if (dialog.open) return;
    dialog.showModal();
    panel.input.focus();
    panel.input.select();
    dialog.addEventListener('close', function () {
      panel.choose(-1, panel.links);
      from.focus();
    }, { once: true });
    start().catch(function () { if (!panel.query()) panel.fail(); });
  }

  /* -- Boxes that stand in pages --------------------------------------------------------- */
  function below(input) {
    var form = input.form, output = element('div', { class: 'drop' });
    form.after(output);
    input.panel = new Panel(input, output, 'below');
    input.panel.run();
    prepare();
  }
  /* Whoever enters a box is about to type; a failure is told when words are there. */
  function prepare() { start().catch(function () {}); }

  /* The search page keeps its query in the address, so that it can be shared. */
  function remember(query, kind) {
    var target = location.pathname + (query ? '?q=' + encodeURIComponent(query) + (kind ? '&tipo=' + kind : '') : '');
    document.title = (query ? 'Buscar: ' + query : 'Buscar') + ' · ' + document.querySelector('.brand').textContent;
    try { history.replaceState(null, '', target); } catch (refused) { /* folders keep their address */ }
  }
  function asked(name) {
    return (new URLSearchParams(location.search).get(name) || '').slice(0, LONGEST);
  }
  function page(form) {
    var input = form.querySelector('input[type=search]'), output = element('div', { class: 'found' });
    form.after(output);
    input.panel = new Panel(input, output, 'page');
    form.addEventListener('submit', function (event) { event.preventDefault(); input.panel.run(); });
    input.value = asked('q');
    input.panel.kind = asked('tipo');
    if (input.value) input.panel.run(); else input.addEventListener('focus', prepare, { once: true });
  }

  document.addEventListener('catalogo:buscar', function (event) {
    var part = event.detail;
    if (part.tagName !== 'INPUT') return open(part);
    if (!part.panel) below(part);
  });
  global.CatalogoBuscar = { Panel: Panel, element: element, address: address, lists: lists, settle: settle, remember: remember, engine: function () { return engine; } };
  function ready() {
    var form = document.querySelector('form[data-search-page]');
    if (form) page(form);
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready); else ready();
})(globalThis);
