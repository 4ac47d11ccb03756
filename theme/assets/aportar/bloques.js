/* Contribution form, part 9: groups of fields: cards that repeat, records that do not exist yet, steps. */
(function () {
  'use strict';
  const A = window.Aportar, el = A.el, page = A.page;
  const FEW = A.data.layout.few, SIDE_BY_SIDE = 6, DROP = 60;

  function forget(prefix) {
    Array.from(page.boxes.keys()).forEach(function (path) {
      if (path.startsWith(prefix + '/')) page.boxes.delete(path);
    });
  }
  A.button = function (text, icon, act, go) {
    const made = el('button', { type: 'button', class: go ? 'btn go' : 'btn' }, icon ? A.icon(icon) : null, icon ? ' ' : null, text);
    made.addEventListener('click', act);
    return made;
  };

  function unitLabel(term) { return term.symbol && term.symbol !== term.label ? term.label + ' (' + term.symbol + ')' : term.label; }
  function pairs(terms) { return terms.map(function (term) { return [term.id, unitLabel(term)]; }); }
  function citedChoices() {
    const all = A.cited(page.state);
    return all.map(function (id) { return [id, A.entryName(['source'], id)]; });
  }

  /* The control that suits a field. */
  A.control = function (record, field, path) {
    if (field.record && !A.isLines(field)) {
      return field.many ? cards(record, field, path) : group(record, field, path);
    }
    if (A.isLines(field)) return A.textBox(record, field, path, field.required);
    if (field.shape === 'term') return termControl(record, field, path);
    if (field.shape === 'reference') return referenceControl(record, field, path);
    if (field.shape === 'boolean') return A.selectBox(record, field, path, function () { return [['true', 'Sí']]; }, 'No');
    if (field.name === 'currency') {
      return A.selectBox(record, field, path, function () {
        return A.terms('units').filter(function (unit) { return (unit.dimension || []).includes('money') && /^[A-Z]{3}$/.test(unit.id); })
          .map(function (unit) { return [unit.id, unit.id + ' · ' + unit.label]; });
      }, 'Elija la moneda');
    }
    return A.textBox(record, field, path, field.required);
  };
  function termControl(record, field, path) {
    const terms = A.terms(field.vocabulary).filter(function (term) { return !term.gone; });
    if (field.name === 'unit') {
      const up = path.replace(/\/unit$/, '');
      return A.selectBox(record, field, path, function () { return pairs(A.unitsOf(A.get(up + '/indicator'))); }, 'Elija');
    }
    if (field.name === 'per') {
      return A.selectBox(record, field, path, function () { return pairs(A.unitsPer()); }, 'No lleva');
    }
    if (field.many) {
      return terms.length <= FEW ? A.optionsBox(record, field, path, true) : A.chooserBox(record, field, path);
    }
    if (field.required && terms.length <= SIDE_BY_SIDE) return A.optionsBox(record, field, path, false);
    if (terms.length > DROP) return A.chooserBox(record, field, path);
    return A.selectBox(record, field, path, function () {
      return terms.map(function (term) { return [term.id, term.label]; });
    }, field.required ? 'Elija' : field.default ? 'Sin indicar (queda «' + A.label(field.vocabulary, field.default) + '»)' : 'Sin dato');
  }
  function referenceControl(record, field, path) {
    const kind = field.references[0];
    if (record === 'source_reference' || record === 'involvement') return creator(record, field, path, kind);
    if (kind === 'source' && !field.many) {
      return A.selectBox(record, field, path, citedChoices, function () {
        const all = A.cited(page.state);
        return all.length === 1 ? 'La única fuente de la ficha' : all.length ? 'Elija' : 'La que ponga en el paso 3';
      });
    }
    return A.chooserBox(record, field, path);
  }

  /* A plain group under a legend; empty, it is left out of the file. */
  function group(record, field, path) {
    const said = A.wording(record, field);
    if (field.record === 'money' || field.record === 'reported') return money(field, path, said);
    const box = el('fieldset', { class: 'f group' }, el('legend', {}, said.label), said.help ? el('span', { class: 'h' }, said.help) : null);
    if (field.record === 'economics') {
      box.append(economics(path));
      return box;
    }
    A.fields(field.record).forEach(function (inner) { box.append(A.control(field.record, inner, path + '/' + inner.name)); });
    return box;
  }
  function economics(path) {
    const part = el('div', {}), more = el('details', { class: 'facet' }, el('summary', {}, 'Costo de operación, plazo y retorno publicados'));
    A.fields('economics').forEach(function (field, i) {
      (i < 2 ? part : more).append(money(field, path + '/' + field.name, A.wording('economics', field)));
    });
    part.append(more);
    return part;
  }
  function money(field, path, said) {
    const main = el('div', { class: 'grp' }), more = el('details', { class: 'facet' }, el('summary', {}, 'Más sobre este monto'));
    A.fields(field.record).forEach(function (inner) {
      /* Needed only once the group holds something: the star would say that it always is. */
      const free = Object.assign({}, inner, { required: false });
      const first = ['value', 'currency', 'year'].includes(inner.name);
      (first ? main : more).append(A.control(field.record, free, path + '/' + inner.name));
    });
    return el('fieldset', { class: 'f group' }, el('legend', {}, said.label), main, more);
  }

  const NAMES = {
    results: ['Una cifra', 'Añadir otra cifra', 'Añadir una cifra'],
    sources: ['Fuente', 'Añadir otra fuente', 'Añadir una fuente'],
    organizations: ['Organización', 'Añadir otra organización', 'Añadir una organización']
  };
  function cards(record, field, path) {
    const said = A.wording(record, field), names = NAMES[field.name] || [said.label, 'Añadir otro', 'Añadir: ' + said.label.toLowerCase()];
    const own = el('fieldset', { class: 'f cards-of', id: A.idOf(path), tabindex: '-1' });
    own.append(el('legend', { class: NAMES[field.name] ? 'vh' : null }, said.label));
    if (said.help && !NAMES[field.name]) own.append(el('span', { class: 'h' }, said.help));
    const known = { box: own, error: el('span', { class: 'e', hidden: true, id: 'e-' + A.idOf(path) }), id: A.idOf(path), label: said.label, controls: [own], shown: '', hint: null };
    page.boxes.set(path, known);
    const place = el('div', {});
    own.append(known.error, place);
    function draw(focus) {
      forget(path);
      const items = A.get(path) || [];
      place.replaceChildren.apply(place, items.map(function (item, i) { return card(field, path, i, names, draw); }));
      place.append(A.button(items.length ? names[1] : names[2], null, function () {
        A.put(page.state, path, items.concat([{}]));
        draw(items.length);
        A.changed();
      }));
      const target = focus === undefined ? null : place.children[Math.max(0, Math.min(focus, place.children.length - 1))];
      if (target) (target.querySelector('input,select,textarea') || target).focus();
    }
    if (['results', 'sources'].includes(field.name) && !(A.get(path) || []).length) A.put(page.state, path, [{}]);
    draw();
    return own;
  }
  function card(field, path, i, names, draw) {
    const at = path + '/' + i, part = el('div', { class: 'unit panel', role: 'group', 'aria-label': names[0] + ' ' + (i + 1) });
    const head = el('div', { class: 'unit-head' }, el('h3', {}, names[0] + ' ' + (i + 1)));
    head.append(A.button('Quitar', 'x', function () {
      const all = A.get(path) || [], gone = all[i] && all[i].id;
      const rest = all.filter(function (other, place) { return place !== i; });
      A.put(page.state, path, rest.length ? rest : undefined);
      if (gone && gone[0] === '@') delete page.state.news[gone];
      dropStrays(path);
      draw(i);
      A.changed();
    }));
    part.append(head);
    if (field.record === 'result') part.append(figure(at));
    else if (field.record === 'source_reference' || field.record === 'involvement') part.append(linked(field.record, at, draw));
    else A.fields(field.record).forEach(function (inner) { part.append(A.control(field.record, inner, at + '/' + inner.name)); });
    return part;
  }
  function dropStrays(path) {
    Object.keys(page.state.stray).forEach(function (key) { if (key.startsWith(path + '/')) delete page.state.stray[key]; });
  }

  const ROWS = [['indicator', 'of'], ['baseline', 'after', 'unit'], ['change', 'percent', 'value'], ['per', 'per_of', 'percent_of'], ['basis'], ['source']];
  /* One figure: what, before and after, unit, how it is known, where it stands. */
  function figure(at) {
    const part = el('div', {}), named = [];
    ROWS.forEach(function (names) {
      const row = el('div', { class: names.length === 2 ? 'grp two-col' : 'grp' });
      names.forEach(function (name) {
        named.push(name);
        row.append(A.control('result', A.field('result', name), at + '/' + name));
      });
      part.append(names.length > 1 ? row : row.firstChild);
      if (names[0] === 'baseline') part.append(computed(at));
    });
    const more = el('details', { class: 'facet' }, el('summary', {}, 'Más sobre esta cifra'));
    A.fields('result').forEach(function (field) {
      if (!named.includes(field.name)) more.append(A.control('result', field, at + '/' + field.name));
    });
    part.append(more);
    A.follow(part, function () {
      const result = A.get(at) || {};
      show(at + '/per_of', result.per && A.perProduct(result.per));
      show(at + '/percent_of', A.percentAlone(result));
    });
    return part;
  }
  function show(path, wanted) {
    const known = page.boxes.get(path);
    if (known) known.box.hidden = !wanted && A.isEmpty(A.get(path));
  }
  function computed(at) {
    const line = el('p', { class: 's computed', hidden: true }, 'Calculado: '), figures = el('b', { class: 'num' });
    line.append(figures);
    A.follow(line, function () {
      figures.textContent = A.computed(A.get(at) || {});
      line.hidden = !figures.textContent;
    });
    return line;
  }

  /* A source or organization: one that exists, or a new one described here. */
  function linked(record, at, draw) {
    const part = el('div', {}), ref = A.get(at + '/id') || '';
    const index = Number(at.split('/').pop());
    const field = A.field(record, 'id');
    if (ref[0] === '@' && page.state.news[ref]) {
      part.append(description(ref, function () {
        delete page.state.news[ref];
        A.put(page.state, at + '/id', '');
        draw(index);
        A.changed();
      }));
    } else part.append(A.control(record, field, at + '/id'));
    const rest = A.fields(record).filter(function (inner) { return inner.name !== 'id'; });
    const folded = rest.filter(function (inner) { return !inner.required; });
    rest.filter(function (inner) { return inner.required; }).forEach(function (inner) { part.append(A.control(record, inner, at + '/' + inner.name)); });
    if (folded.length) {
      const more = el('details', { class: 'facet' }, el('summary', {}, 'Páginas y nota'));
      folded.forEach(function (inner) { more.append(A.control(record, inner, at + '/' + inner.name)); });
      part.append(more);
    }
    redraws.set(at, function () { draw(index); });
    return part;
  }
  const redraws = new Map();
  function creator(record, field, path, kind) {
    const at = path.replace(/\/id$/, '');
    return A.chooserBox(record, field, path, {
      create: {
        label: kind === 'source' ? '+ Describir una fuente nueva' : '+ Describir una organización nueva',
        make: function (typed) {
          let n = 1;
          while (page.state.news['@' + n]) n++;
          const data = {};
          if (/^https?:/i.test(typed)) data.URL = typed;
          else if (typed) data[kind === 'source' ? 'title' : 'name'] = typed;
          page.state.news['@' + n] = { kind: kind, data: data };
          A.put(page.state, path, '@' + n);
          redraws.get(at)();
          A.changed();
        }
      }
    });
  }
  const FIRST = {
    source: ['type', 'title', 'author', 'issued', 'publisher', 'URL', 'accessed'],
    organization: ['name', 'acronym', 'type', 'country', 'url']
  };
  function description(ref, drop) {
    const kind = page.state.news[ref].kind, path = 'news/' + ref + '/data';
    const part = el('div', { class: 'made' }, el('p', { class: 's' }, kind === 'source'
      ? 'Fuente nueva: se guardará en su propio archivo.' : 'Organización nueva: se guardará en su propio archivo. Sin datos personales.'));
    const row = el('div', { class: 'grp two-col' }), more = el('details', { class: 'facet' }, el('summary', {}, 'Más datos de ' + (kind === 'source' ? 'la fuente' : 'la organización')));
    FIRST[kind].forEach(function (name) { row.append(A.control(kind, A.field(kind, name), path + '/' + name)); });
    A.fields(kind).forEach(function (field) {
      if (!FIRST[kind].includes(field.name) && !A.data.layout.hidden.includes(field.name)) {
        more.append(A.control(kind, field, path + '/' + field.name));
      }
    });
    part.append(row, more, el('p', { class: 'acts' }, A.button('Elegir una que ya existe', 'search', drop)));
    return part;
  }

  A.step = function (title, note) {
    const head = el('div', { class: 'head' }, el('h2', {}, title), note ? el('small', { class: 'mute' }, note) : null);
    return el('section', {}, head);
  };
  A.folded = function (title, names) {
    const part = el('details', { class: 'facet more' }, el('summary', {}, title));
    names.forEach(function (name) { part.append(A.control('case', A.field('case', name), 'case/' + name)); });
    return part;
  };
})();
