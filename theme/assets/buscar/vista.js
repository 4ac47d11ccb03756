/* Results as elements. Everything that comes from data or from the visitor enters as a text node. */
(function (global) {
  'use strict';
  var A = global.CatalogoAnalisis;
  var GROUPS = {
    practica: { id: 'practica', title: 'Prácticas' }, caso: { id: 'caso', title: 'Casos' },
    sector: { id: 'tema', title: 'Sectores y temas', kind: 'sector' }, recurso: { id: 'tema', kind: 'recurso' }, pais: { id: 'tema', kind: 'país' },
    instrumento: { id: 'tema', kind: 'instrumento' }, nivel: { id: 'tema', kind: 'nivel' },
    organizacion: { id: 'organizacion', title: 'Organizaciones' }, fuente: { id: 'fuente', title: 'Fuentes' }, ruta: { id: 'ruta', title: 'Formación' }
  };
  var TITLES = { practica: 'Prácticas', caso: 'Casos', tema: 'Sectores y temas', organizacion: 'Organizaciones', fuente: 'Fuentes', ruta: 'Formación' };
  var NUMBERS = ['', 'una', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'];
  var SHOWN_COUNTRIES = 2;

  function make(name, attributes, children) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  }
  function number(n) {
    return n < 1e4 ? String(n) : String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  }
  function counted(n) { return number(n) + (n === 1 ? ' resultado' : ' resultados'); }

  /* A text with the words that were found marked. */
  function marked(text, marks, stop) {
    var parts = [], end = 0, word = /[\p{L}\p{N}]+/gu, found;
    while ((found = word.exec(text))) {
      var folded = A.fold(found[0]);
      if (stop.has(folded) || !marks.has(A.stem(folded))) continue;
      parts.push(text.slice(end, found.index), make('mark', {}, [found[0]]));
      end = found.index + found[0].length;
    }
    parts.push(text.slice(end));
    return parts;
  }

  /* «Bolivia · Curtiembre · Se pagó en 1,3 meses · V1» */
  function facts(doc, terms, marks) {
    function labels(letter) {
      return doc.codes.filter(function (code) { return code[0] === letter; }).map(function (code) { return terms.get(code).label; });
    }
    var countries = labels('c'), sectors = labels('s'), kind = GROUPS[doc.kind].kind;
    var place = countries.length > SHOWN_COUNTRIES ? countries.length + ' países' : countries.join(' y ');
    var field = sectors.find(function (label) { return A.words(label).some(function (word) { return marks.has(A.stem(A.fold(word))); }); }) || sectors[0] || '';
    if (doc.kind === 'practica' && sectors.length > 1) field += ' y ' + (sectors.length - 1) + ' más';
    if (doc.kind === 'practica' && !field) field = labels('r').join(', ');
    return [kind, place, field, doc.line].filter(Boolean).join(' · ');
  }

  /* Results by group, groups in the order of their best result. */
  function grouped(hits) {
    var groups = new Map();
    hits.forEach(function (hit) {
      var id = GROUPS[hit.kind].id;
      if (!groups.has(id)) groups.set(id, { id: id, title: TITLES[id], hits: [] });
      groups.get(id).hits.push(hit);
    });
    return Array.from(groups.values());
  }

  function status(answer) {
    if (!answer.full && !answer.hits.length) return ['Sin resultados.'];
    if (!answer.full) return [nothing(answer.tokens) + '. ' + counted(answer.hits.length) + ' con alguna de ellas.'];
    var parts = [counted(answer.full) + '.'];
    if (answer.hits.length > answer.full) parts[0] = counted(answer.full) + ' con todas las palabras y ' + number(answer.hits.length - answer.full) + ' con algunas.';
    return parts.concat(also(answer.said));
  }
  function also(said) {
    if (!said.length) return [];
    var parts = [' También busqué: '];
    said.forEach(function (word, i) { parts.push(i ? ', ' : '', make('b', {}, [word])); });
    return parts.concat('.');
  }
  function nothing(tokens) {
    if (tokens.length === 1) return 'Nada con «' + tokens[0].written + '»';
    return 'Nada con esas ' + (NUMBERS[tokens.length] || tokens.length) + ' palabras juntas';
  }

  /* What to try when little or nothing was found. `ask` searches for other words. */
  function help(answer, address, ask) {
    var box = make('div', { class: 'hint' }), tags = make('ul', { class: 'tags', 'aria-label': 'Pruebe con' });
    function again(words, children) {
      var button = make('button', { type: 'button' }, children || [words]);
      button.addEventListener('click', function () { ask(words); });
      return button;
    }
    if (answer.spelling) box.append(make('p', {}, ['¿Quiso decir ', again(answer.spelling), '?']));
    answer.shorter.forEach(function (other) { tags.append(make('li', {}, [again(other.query, [other.query + ' ', make('b', {}, [number(other.count)])])])); });
    if (!answer.full) answer.near.forEach(function (doc) {
      tags.append(make('li', {}, [make('a', { href: address(doc.url) }, ['todo ' + doc.title + ' ', make('b', {}, [number(doc.count)])])]));
    });
    if (tags.children.length) box.append(tags);
    if (!answer.full) box.append(make('p', { class: 'void' }, ['¿Conoce un caso? Este hueco se llena con lo que usted cuente. ', make('a', { href: address('aportar/') }, ['Apórtelo']), '.']));
    return box.children.length ? box : '';
  }

  function empty(answer, lists) {
    var box = make('div', { class: 'state' }, [make('p', { class: 'q1 m0' }, [answer.tokens.length ? nothing(answer.tokens) : 'Escriba al menos una palabra'])]);
    if (!answer.near.length && !answer.shorter.length && !answer.spelling) box.append(make('p', {}, ['Pruebe con el sector, el país o el recurso:']), lists());
    return box;
  }

  global.CatalogoVista = { make: make, number: number, marked: marked, facts: facts, grouped: grouped, status: status, help: help, empty: empty };
})(globalThis);
