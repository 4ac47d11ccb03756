/* The search box at work: in the overlay, under the box of the home page and on the search page.
   This file is fetched on first use; it then fetches the engine and the data, all classic scripts,
   so that it also runs from a folder (file://). Without it every box is a form that leads to a page. */
(function (global) {
  'use strict';
  if (global.CatalogoBuscar) return;
  var ENGINE = ['vendor/minisearch.js', 'vendor/stemmer-es.js', 'assets/buscar/analisis.js', 'assets/buscar/indice.js',
    'assets/buscar/motor.js', 'assets/buscar/vista.js', 'datos/busqueda.js'];
  var TEXTS = 'datos/busqueda-texto.js';
  var FEW = 5, WAIT = 10, LONGEST = 300;
  var SHOWN = { practica: 3, caso: 3 }, SHOWN_REST = 2, ONE_KIND = 40;
  var link = document.querySelector('a[data-search]');
  var base = document.querySelector('.hd').getAttribute('data-base') || '.';
  var end = /index\.html$/.test(link.getAttribute('href')) ? 'index.html' : '';
  var engine = null, loading = null, texts = null, panels = 0;

  function address(path) {
    var parts = path.split('?');
    return base.replace(/\/$/, '') + '/' + parts[0] + end + (parts[1] === undefined ? '' : '?' + parts[1]);
  }
  function fetchScript(path) {
    return new Promise(function (done, failed) {
      var script = document.createElement('script');
      script.src = base.replace(/\/$/, '') + '/' + path;
      script.async = false;
      script.onload = done;
      script.onerror = function () { script.remove(); failed(new Error(path)); };
      document.head.appendChild(script);
    });
  }

  /* The engine, fetched and built once; a failure may be tried again. */
  function start() {
    if (!loading) {
      loading = Promise.all(ENGINE.map(fetchScript)).then(function () {
        engine = new CatalogoMotor(new CatalogoIndice(CATALOGO_BUSQUEDA));
        return engine;
      });
      loading.catch(function () { loading = null; });
    }
    return loading;
  }
  function startTexts() {
    if (!texts) texts = fetchScript(TEXTS).then(function () {
      engine.index.addTexts(CATALOGO_BUSQUEDA_TEXTO);
      engine.memory.clear();
    });
    return texts;
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
  Panel.prototype.ask = function (query) {
    this.input.value = query;
    this.kind = '';
    this.input.focus();
    this.run();
  };

  Panel.prototype.run = function () {
    var panel = this, query = this.input.value.slice(0, LONGEST).trim();
    if (this.style === 'page') remember(query);
    if (!query) return this.clear();
    if (engine) return this.show(engine.search(query), query);
    this.status.textContent = 'Cargando el índice de la búsqueda…';
    start().then(function () { panel.run(); }, function () { panel.fail(); });
  };
  Panel.prototype.clear = function () {
    this.status.textContent = '';
    this.body.replaceChildren();
    this.choose(-1, []);
    this.expand(false);
    document.documentElement.classList.remove('searched');
  };
  Panel.prototype.fail = function () {
    this.clear();
    this.status.textContent = 'La búsqueda no está disponible.';
    if (global.CatalogoVista) return this.body.append(CatalogoVista.failure(address));
    var way = document.createElement('a');
    way.href = address('practicas/');
    way.textContent = 'No se pudo cargar la búsqueda. Vea la lista de prácticas';
    this.body.append(way);
  };
  Panel.prototype.expand = function (open) {
    if (this.style !== 'page') this.input.setAttribute('aria-expanded', String(open));
  };

  Panel.prototype.show = function (answer, query) {
    var view = CatalogoVista, panel = this;
    if (this.style === 'page') document.documentElement.classList.add('searched');
    this.status.replaceChildren.apply(this.status, view.status(answer));
    var groups = view.grouped(answer.hits), place = this.list || document.createElement('div');
    if (this.style === 'page') place.className = 'hits';
    this.current = -1;
    this.links = [];
    place.replaceChildren.apply(place, groups.filter(function (group) { return !panel.kind || group.id === panel.kind; }).map(function (group) { return panel.group(group, answer); }));
    var parts = [answer.hits.length ? '' : view.empty(answer, address), answer.full < FEW ? view.help(answer, address, this.ask.bind(this)) : ''];
    parts.push(groups.length > 1 ? this.kinds(groups, answer.hits.length, query) : '', place, this.foot(answer, query));
    this.body.replaceChildren.apply(this.body, parts.filter(Boolean));
    this.choose(-1, this.links);
    this.expand(answer.hits.length > 0);
    if (answer.full < FEW && !texts) startTexts().then(function () {
      if (panel.input.value.slice(0, LONGEST).trim() === query && panel.current < 0) panel.show(engine.search(query), query);
    }, function () { /* the first answer stays */ });
  };

  /* Buttons with the count of each kind; choosing one shows more of it. */
  Panel.prototype.kinds = function (groups, all, query) {
    var panel = this, view = CatalogoVista;
    var choices = [{ id: '', title: 'Todo', hits: { length: all } }].concat(groups);
    return view.make('ul', { class: 'tags kinds', 'aria-label': 'Tipo de resultado' }, choices.map(function (group) {
      var button = view.make('button', { type: 'button', 'aria-pressed': String(group.id === panel.kind) }, [group.title + ' ' + view.number(group.hits.length)]);
      button.addEventListener('click', function () {
        panel.kind = group.id;
        panel.show(engine.search(query), query);
        panel.body.querySelector('.kinds [aria-pressed=true]').focus();
      });
      return view.make('li', {}, [button]);
    }));
  };

  Panel.prototype.group = function (group, answer) {
    var view = CatalogoVista, page = this.style === 'page';
    var most = this.kind ? ONE_KIND : SHOWN[group.id] || SHOWN_REST;
    var id = this.id + '-' + group.id;
    var head = view.make(page ? 'h2' : 'p', page ? { id: id } : { id: id, class: 'hh', role: 'presentation' }, [group.title]);
    if (group.hits.length > most) head.append(' ', view.make('small', {}, [view.number(most) + ' de ' + view.number(group.hits.length)]));
    var hits = group.hits.slice(0, most).map(function (hit) { return this.hit(hit.doc, answer); }, this);
    if (page && group.hits.length > most) hits.push(this.more(group, answer, most));
    return view.make(page ? 'section' : 'div', page ? { 'aria-labelledby': id } : { role: 'group', 'aria-labelledby': id }, [head].concat(hits));
  };
  /* On the page a group can be shown whole. */
  Panel.prototype.more = function (group, answer, most) {
    var view = CatalogoVista, panel = this, step = Math.min(ONE_KIND, group.hits.length - most);
    var button = view.make('button', { type: 'button', class: 'btn' }, ['Ver ' + view.number(step) + ' más']);
    button.addEventListener('click', function () {
      var added = group.hits.slice(most, most + step).map(function (hit) { return panel.hit(hit.doc, answer); });
      button.before.apply(button, added);
      most += step;
      step = Math.min(ONE_KIND, group.hits.length - most);
      if (step) button.textContent = 'Ver ' + view.number(step) + ' más'; else button.remove();
      panel.links = Array.from(panel.output.querySelectorAll('[data-result]'));
      added[0].focus();
    });
    return button;
  };
  Panel.prototype.hit = function (doc, answer) {
    var view = CatalogoVista, index = engine.index, page = this.style === 'page';
    var roles = page ? {} : { role: 'option', id: this.id + '-' + this.links.length, tabindex: '-1', 'aria-selected': 'false' };
    var found = view.make('a', Object.assign({ class: 'hit', href: address(doc.url), 'data-result': doc.kind }, roles), [
      view.make('b', {}, view.marked(doc.title, answer.marks, index.stop)),
      view.make('span', { class: 's' }, view.marked(view.facts(doc, index.terms, answer.marks), answer.marks, index.stop))
    ]);
    this.links.push(found);
    return found;
  };
  Panel.prototype.foot = function (answer, query) {
    var view = CatalogoVista;
    if (this.style === 'page' || !answer.hits.length) return '';
    var foot = view.make('div', {}, [view.make('p', { class: 'acts mt4' }, [view.make('a', { class: 'btn go', href: address('buscar/?q=' + encodeURIComponent(query)) }, ['Ver los ' + view.number(answer.hits.length)])])]);
    if (answer.hits.length === 1) foot.querySelector('a').textContent = 'Ver el resultado en su página';
    var keys = view.make('p', { class: 's mute only-l' });
    [['↑', ' '], ['↓', ' elegir · '], ['Intro', ' abrir · '], ['Esc', ' cerrar']].forEach(function (pair) { keys.append(view.make('kbd', {}, [pair[0]]), pair[1]); });
    foot.append(keys);
    return foot;
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
  function element(name, attributes, children) {
    var made = document.createElement(name);
    for (var key in attributes) made.setAttribute(key, attributes[key]);
    made.append.apply(made, children || []);
    return made;
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
    start().catch(function () { panel.fail(); });
  }

  /* -- Boxes that stand in pages --------------------------------------------------------- */
  function below(input) {
    var form = input.form, output = element('div', { class: 'drop' });
    form.after(output);
    input.panel = new Panel(input, output, 'below');
    input.panel.run();
  }

  /* The search page keeps its query in the address, so that it can be shared. */
  function remember(query) {
    var target = location.pathname + (query ? '?q=' + encodeURIComponent(query) : '');
    document.title = (query ? 'Buscar: ' + query : 'Buscar') + ' · ' + document.querySelector('.brand').textContent;
    try { history.replaceState(null, '', target); } catch (refused) { /* folders keep their address */ }
  }
  function asked() {
    return (new URLSearchParams(location.search).get('q') || '').slice(0, LONGEST);
  }
  function page(form) {
    var input = form.querySelector('input[type=search]'), output = element('div', { class: 'found' });
    form.after(output);
    input.panel = new Panel(input, output, 'page');
    form.addEventListener('submit', function (event) { event.preventDefault(); input.panel.run(); });
    input.value = asked();
    if (input.value) input.panel.run(); else input.addEventListener('focus', function () { start().catch(function () { /* said on use */ }); }, { once: true });
  }

  document.addEventListener('catalogo:buscar', function (event) {
    var part = event.detail;
    if (part.tagName !== 'INPUT') return open(part);
    if (!part.panel) below(part);
  });
  global.CatalogoBuscar = { start: start };
  function ready() {
    var form = document.querySelector('form[data-search-page]');
    if (form) page(form);
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready); else ready();
})(globalThis);
