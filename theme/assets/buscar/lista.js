/* The list of results of a box: groups, counts, ways on. Adds to the Panel of buscar.js. */
(function (global) {
  'use strict';
  var B = global.CatalogoBuscar, V = global.CatalogoVista, Panel = B.Panel;
  var FEW = 5, ONE_KIND = 40, SHOWN = { practica: 3, caso: 3 }, SHOWN_REST = 2;
  var EXPLORED = ['practica', 'caso'];

  /* Fixes which groups and how many of each are shown, and asks the index for what it shows of them. */
  Panel.prototype.choice = function (answer) {
    var panel = this;
    answer.groups = V.grouped(answer.hits);
    if (!answer.groups.some(function (group) { return group.id === panel.kind; })) this.kind = '';
    answer.shown = answer.groups.filter(function (group) { return !panel.kind || group.id === panel.kind; });
    answer.explore = B.engine().filters(answer.tokens, EXPLORED.indexOf(this.kind) < 0 ? '' : this.kind);
    answer.shown.forEach(function (group) { group.docs = docs(group.hits.slice(0, panel.most(group))); });
  };
  function docs(hits) {
    return hits.map(function (hit) { return B.engine().index.doc(hit.n); });
  }
  Panel.prototype.most = function (group) {
    return this.kind ? ONE_KIND : SHOWN[group.id] || SHOWN_REST;
  };

  Panel.prototype.show = function (answer) {
    var panel = this, page = this.style === 'page', place = this.list || document.createElement('div');
    if (page) document.documentElement.classList.add('searched');
    this.status.replaceChildren.apply(this.status, V.status(answer));
    if (page) place.className = 'hits';
    this.current = -1;
    this.links = [];
    place.replaceChildren.apply(place, answer.shown.map(function (group) { return panel.group(group, answer); }));
    var parts = [answer.hits.length ? '' : V.empty(answer, B.lists)];
    if (answer.full < FEW) parts.push(V.help(answer, B.address, this.search.bind(this)));
    parts.push(answer.groups.length > 1 ? this.kinds(answer) : '', place, this.foot(answer));
    this.body.replaceChildren.apply(this.body, parts.filter(Boolean));
    this.choose(-1, this.links);
    this.expand(answer.hits.length > 0);
  };

  /* Does `work` with all that it needs of the index, then `done`; says so when a file does not come. */
  Panel.prototype.after = function (work, done) {
    var panel = this, turn = this.turn;
    B.settle(work, function (made) { if (turn === panel.turn) done(made); }, function () { if (turn === panel.turn) panel.fail(); });
  };

  /* Buttons with the count of each kind; choosing one shows more of it. */
  Panel.prototype.kinds = function (answer) {
    var panel = this, choices = [{ id: '', title: 'Todo', hits: answer.hits }].concat(answer.groups);
    return V.make('ul', { class: 'tags kinds', 'aria-label': 'Tipo de resultado' }, choices.map(function (group) {
      var button = V.make('button', { type: 'button', 'aria-pressed': String(group.id === panel.kind) }, [group.title + ' ' + V.number(group.hits.length)]);
      button.addEventListener('click', function () {
        panel.kind = group.id;
        if (panel.style === 'page') B.remember(panel.query(), panel.kind);
        panel.after(function () { panel.choice(answer); }, function () {
          panel.show(answer);
          panel.body.querySelector('.kinds [aria-pressed=true]').focus();
        });
      });
      return V.make('li', {}, [button]);
    }));
  };

  Panel.prototype.group = function (group, answer) {
    var page = this.style === 'page', count = group.docs.length, id = this.id + '-' + group.id;
    var head = V.make(page ? 'h2' : 'p', page ? { id: id } : { id: id, class: 'hh', role: 'presentation' }, [group.title]);
    if (group.hits.length > count) head.append(' ', V.make('small', {}, [V.number(count) + ' de ' + V.number(group.hits.length)]));
    var hits = group.docs.map(function (doc) { return this.hit(doc, answer); }, this);
    if (page && group.hits.length > count) hits.push(this.more(group, answer));
    return V.make(page ? 'section' : 'div', page ? { 'aria-labelledby': id } : { role: 'group', 'aria-labelledby': id }, [head].concat(hits));
  };
  /* On the page a group can be shown whole. */
  Panel.prototype.more = function (group, answer) {
    var panel = this, shown = group.docs.length, step;
    var button = V.make('button', { type: 'button', class: 'btn' });
    function label() {
      step = Math.min(ONE_KIND, group.hits.length - shown);
      if (step) button.textContent = 'Ver ' + V.number(step) + ' más'; else button.remove();
    }
    button.addEventListener('click', function () {
      panel.after(function () { return docs(group.hits.slice(shown, shown + step)); }, function (found) {
        var added = found.map(function (doc) { return panel.hit(doc, answer); });
        button.before.apply(button, added);
        shown += step;
        label();
        panel.links = Array.from(panel.output.querySelectorAll('[data-result]'));
        added[0].focus();
      });
    });
    label();
    return button;
  };
  Panel.prototype.hit = function (doc, answer) {
    var index = B.engine().index, page = this.style === 'page';
    var roles = page ? {} : { role: 'option', id: this.id + '-' + this.links.length, tabindex: '-1', 'aria-selected': 'false' };
    var found = V.make('a', Object.assign({ class: 'hit', href: B.address(doc.url), 'data-result': doc.kind }, roles), [
      V.make('b', {}, V.marked(doc.title, answer.marks, index.stop)),
      V.make('span', { class: 's' }, V.marked(V.facts(doc, index.terms, answer.marks), answer.marks, index.stop))
    ]);
    this.links.push(found);
    return found;
  };

  /* Ways on: all results on a page of their own; practices and cases in the explorer, filtered by
     what the words mean. */
  Panel.prototype.foot = function (answer) {
    var acts = V.make('p', { class: 'acts mt4' }), foot = V.make('div', {}, [acts]), kind = this.kind;
    if (!answer.hits.length) return '';
    if (this.style !== 'page') acts.append(V.make('a', { class: 'btn go', href: this.whole() }, [wholeWords(answer)]));
    var explored = kind ? EXPLORED.indexOf(kind) >= 0 : answer.groups.some(function (group) { return EXPLORED.indexOf(group.id) >= 0; });
    if (explored && answer.explore) acts.append(V.make('a', { class: 'btn', href: B.address('explorar/' + explorer(answer.explore, kind)) }, ['Filtrar y comparar en Explorar']));
    if (!acts.children.length) return '';
    if (this.style === 'page') return foot;
    var keys = V.make('p', { class: 's mute only-l' });
    [['↑', ' '], ['↓', ' elegir · '], ['Intro', ' abrir · '], ['Esc', ' cerrar']].forEach(function (pair) { keys.append(V.make('kbd', {}, [pair[0]]), pair[1]); });
    foot.append(keys);
    return foot;
  };
  Panel.prototype.whole = function () {
    return B.address('buscar/?q=' + encodeURIComponent(this.query()) + (this.kind ? '&tipo=' + this.kind : ''));
  };
  function wholeWords(answer) {
    var count = answer.shown.reduce(function (sum, group) { return sum + group.hits.length; }, 0);
    return count === 1 ? 'Ver el resultado en su página' : 'Ver los ' + V.number(count);
  }
  /* «?q=sal&sector=curtiembre&tipo=caso»: words that name no term stay words. */
  function explorer(filters, kind) {
    var values = new Map(), chosen = filters.chosen.concat(kind ? [['tipo', kind]] : []);
    chosen.forEach(function (pair) { values.set(pair[0], (values.get(pair[0]) || []).concat(pair[1])); });
    var parts = filters.rest ? ['q=' + encodeURIComponent(filters.rest)] : [];
    values.forEach(function (slugs, facet) { parts.push(facet + '=' + Array.from(new Set(slugs)).join(',')); });
    return parts.length ? '?' + parts.join('&') : '';
  }
})(globalThis);
