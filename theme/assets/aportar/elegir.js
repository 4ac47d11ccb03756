/* Contribution form, part 8: a box that finds by typing: words of a vocabulary, or existing entries. */
(function () {
  'use strict';
  const A = window.Aportar, el = A.el;
  const MOST = 30;

  function termChoices(vocabulary) {
    const all = A.terms(vocabulary).filter(function (term) { return !term.gone; }).map(function (term) {
      return { id: term.id, label: term.label, texts: [term.label, term.id].concat(term.words || []) };
    });
    return function (query) { return search(all, query); };
  }
  function entryChoices(kinds) {
    let all = null;
    function choices(kind) {
      return A.entries(kind).map(function (entry) {
        return { id: entry[0], label: entry[1], note: kind === 'practice' ? '' : entry[2], texts: [entry[1], entry[0], entry[2] || '', entry[3] && !Array.isArray(entry[3]) ? entry[3] : ''] };
      });
    }
    return function (query) {
      if (!all && kinds.every(A.arrived)) all = kinds.flatMap(choices);
      return search(all || [], query);
    };
  }
  function search(all, query) {
    const folded = A.fold(query);
    if (!folded) return all.slice(0, MOST);
    return all.map(function (choice, place) { return { choice: choice, rank: A.rank(folded, choice.texts), place: place }; })
      .filter(function (found) { return found.rank; })
      .sort(function (a, b) { return b.rank - a.rank || a.place - b.place; })
      .slice(0, MOST).map(function (found) { return found.choice; });
  }

  /* options: {field, choices, nameOf(id), many, create: {label, make(text)}, write(ids)} */
  function Chooser(path, known, options) {
    this.path = path;
    this.known = known;
    this.options = options;
    this.shown = [];
    this.active = -1;
    this.input = el('input', {
      id: known.id, type: 'text', role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
      'aria-controls': 'l-' + known.id, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false'
    });
    this.list = el('ul', { id: 'l-' + known.id, role: 'listbox', class: 'choices', 'aria-label': known.label, hidden: true });
    this.chips = options.many ? el('ul', { class: 'tags chosen' }) : null;
    this.listen();
    this.redraw();
  }
  Chooser.prototype.chosen = function () {
    const value = A.get(this.path);
    return Array.isArray(value) ? value : value ? [value] : [];
  };
  Chooser.prototype.redraw = function () {
    const self = this, ids = this.chosen();
    if (!this.options.many) {
      this.input.value = ids.length ? this.options.nameOf(ids[0]) : (A.get('stray') || {})[this.path] ? A.get('stray')[this.path].text : '';
      return;
    }
    this.chips.replaceChildren.apply(this.chips, ids.map(function (id) {
      const name = self.options.nameOf(id);
      const button = el('button', { type: 'button', 'aria-label': 'Quitar ' + name }, name, A.icon('x'));
      button.addEventListener('click', function () {
        self.write(self.chosen().filter(function (other) { return other !== id; }));
        self.input.focus();
      });
      return el('li', {}, button);
    }));
    this.chips.hidden = !ids.length;
  };
  Chooser.prototype.write = function (ids) {
    this.stray('');
    A.set(this.path, this.options.many ? (ids.length ? ids : undefined) : ids[0] || '');
    this.redraw();
  };
  Chooser.prototype.stray = function (text) {
    const all = A.page.state.stray;
    if (text) all[this.path] = { text: text, vocabulary: this.options.field.vocabulary || '' };
    else delete all[this.path];
  };

  const COMING = 'Trayendo la lista…', LOST = 'La lista no llegó: no hay red. Puede seguir y volver a este campo después.';
  Chooser.prototype.open = function () {
    const self = this, kinds = (this.options.field.references || []).filter(function (kind) { return !A.arrived(kind); });
    const held = this.held = [];
    this.said = kinds.length ? COMING : '';
    if (kinds.length) {
      A.bring(kinds).then(function (all) {
        if (self.held !== held) return; /* typed on, or given up */
        self.said = all ? '' : LOST;
        if (self.list.hidden && !held.includes('Enter')) return;
        self.fill();
        held.forEach(function (key) { self.move(key); });
        if (document.activeElement !== self.input) self.close(); /* decided, then gone on */
      });
    }
    this.fill();
  };
  Chooser.prototype.fill = function () {
    const self = this, typed = this.input.value.trim();
    const current = !this.options.many && this.chosen().length ? '' : typed;
    this.shown = this.options.choices(current).filter(function (choice) {
      return !self.options.many || !self.chosen().includes(choice.id);
    });
    if (this.options.create && this.said !== COMING) {
      this.shown.push({ id: '@', label: this.options.create.label + (current ? ' «' + current.slice(0, 60) + '»' : '') });
    }
    this.list.replaceChildren.apply(this.list, this.shown.map(function (choice, i) {
      const item = el('li', { role: 'option', id: self.list.id + '-' + i, 'aria-selected': 'false', class: choice.id === '@' ? 'new' : null },
        choice.label, choice.note ? el('small', { class: 'mute' }, choice.note) : null);
      item.addEventListener('mousedown', function (event) { event.preventDefault(); });
      item.addEventListener('click', function () { self.choose(choice); });
      return item;
    }));
    if (this.said || !this.shown.length) {
      this.list.append(el('li', { class: 'mute none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, this.said || 'Nada se parece a eso. Pruebe otra palabra.'));
    }
    this.point(-1);
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
  };
  Chooser.prototype.close = function () {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  };
  Chooser.prototype.point = function (place) {
    const items = this.list.children;
    if (items[this.active]) items[this.active].setAttribute('aria-selected', 'false');
    this.active = place;
    if (place < 0 || !items[place]) return this.input.removeAttribute('aria-activedescendant');
    items[place].setAttribute('aria-selected', 'true');
    items[place].scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', items[place].id);
  };
  Chooser.prototype.choose = function (choice) {
    const typed = this.input.value.trim(), here = document.activeElement === this.input;
    this.close();
    if (choice.id === '@') {
      this.stray('');
      return this.options.create.make(typed);
    }
    if (this.options.many) this.input.value = '';
    this.write(this.options.many ? this.chosen().concat([choice.id]) : [choice.id]);
    if (here) this.input.focus();
    if (this.options.chosen) this.options.chosen(choice.id);
  };
  /* What was typed and not chosen: a label or synonym counts, anything else is a fault. */
  Chooser.prototype.settle = function () {
    const typed = this.input.value.trim(), field = this.options.field, ids = this.chosen();
    this.close();
    if (!typed) return this.stray('');
    if (!this.options.many && ids.length && this.options.nameOf(ids[0]) === typed) return this.stray('');
    const meant = field.vocabulary ? A.meant(field.vocabulary, typed) : { certain: false };
    if (meant.certain) {
      if (this.options.many) this.input.value = '';
      return this.write(this.options.many ? ids.filter(function (id) { return id !== meant.id; }).concat([meant.id]) : [meant.id]);
    }
    this.stray(typed);
    return A.changed();
  };

  Chooser.prototype.listen = function () {
    const self = this, input = this.input;
    input.addEventListener('input', function () {
      if (!self.options.many && self.chosen().length) A.set(self.path, '');
      self.stray('');
      self.open();
    });
    input.addEventListener('click', function () { if (self.list.hidden) self.open(); });
    input.addEventListener('focus', function () {
      A.bring(self.options.field.references || []);
      if (!self.options.many) input.select();
    });
    input.addEventListener('blur', function () { self.settle(); });
    input.addEventListener('keydown', function (event) { self.key(event); });
  };
  Chooser.prototype.key = function (event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (this.list.hidden) this.open();
      this.press(event.key);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (!this.list.hidden) this.press(event.key);
    } else if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      this.held = null;
      this.close();
    }
  };
  /* Keys faster than the network count when the list arrives. */
  Chooser.prototype.press = function (key) {
    if (this.said === COMING) this.held.push(key);
    else this.move(key);
  };
  Chooser.prototype.move = function (key) {
    const last = this.shown.length - 1, first = this.shown[0];
    if (key !== 'Enter') {
      const to = this.active + (key === 'ArrowDown' ? 1 : -1);
      this.point(to > last ? 0 : to < 0 ? last : to);
    } else if (this.list.hidden) return;
    else if (this.shown[this.active]) this.choose(this.shown[this.active]);
    else if (this.input.value.trim() && first && first.id !== '@') this.choose(first);
  };

  A.chooserBox = function (record, field, path, options) {
    const said = A.wording(record, field);
    const known = A.box(path, said.label, { required: field.required, help: said.help });
    const kinds = field.references || [];
    const chooser = new Chooser(path, known, Object.assign({
      field: field,
      many: Boolean(field.many),
      choices: field.vocabulary ? termChoices(field.vocabulary) : entryChoices(kinds),
      nameOf: field.vocabulary ? function (id) { return A.label(field.vocabulary, id); } : function (id) { return A.entryName(kinds, id); }
    }, options));
    if (field.required) chooser.input.setAttribute('aria-required', 'true');
    known.say = chooser.options.nameOf;
    known.write = function (id) {
      if (chooser.options.many) chooser.input.value = '';
      chooser.write(chooser.options.many ? chooser.chosen().concat([id]) : [id]);
    };
    known.add(chooser.input, el('div', { class: 'choose' }, chooser.input, chooser.list));
    if (chooser.chips) known.box.append(chooser.chips);
    return known.box;
  };
  A.entryName = function (kinds, id) {
    if (id[0] === '@') {
      const made = A.page.state.news[id];
      return made ? made.data.title || made.data.name || (made.kind === 'source' ? 'Fuente nueva' : 'Organización nueva') : id;
    }
    const found = kinds.map(function (kind) { return A.entry(kind, id); }).find(Boolean);
    return found ? found[1] : id;
  };
})();
