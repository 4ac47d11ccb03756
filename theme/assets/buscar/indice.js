/* From the data file to an index: documents, lexicon of meanings and dictionary of written words.
   Needs MiniSearch, CatalogoAnalisis and the global CATALOGO_BUSQUEDA. */
(function (global) {
  'use strict';
  var A = global.CatalogoAnalisis;
  var KINDS = { practicas: 'practica', casos: 'caso', organizaciones: 'organizacion', fuentes: 'fuente', formacion: 'ruta' };
  var PAGES = { s: 'sector', r: 'recurso', c: 'pais', i: 'instrumento', l: 'nivel' };
  var FIELDS = ['title', 'alias', 'facet', 'words'];

  function lines(column, count) {
    return column ? column.split('\n') : new Array(count).fill('');
  }
  function list(text, mark) {
    return text ? text.split(mark) : [];
  }

  function Indice(data) {
    this.stop = new Set(data.stop.split(' '));
    this.soft = new Set(data.soft.split(' '));
    this.documents = [];
    this.lexicon = new Map();
    this.dictionary = new Map();
    this.terms = new Map();
    this.longest = 1;
    this.engine = new MiniSearch({ idField: 'n', fields: FIELDS, tokenize: split, processTerm: same });
    this.full = null;
    Object.keys(data.terms).forEach(function (letter) { this.addTerms(letter, data.terms[letter]); }, this);
    Object.keys(data.tables).forEach(function (folder) { this.addTable(folder, data.tables[folder]); }, this);
    data.meanings.forEach(this.addMeaning, this);
  }
  function split(text) { return text ? text.split(' ') : []; }
  function same(term) { return term; }

  /* Letters in an id stand for words of the title: «am-leonABC» and «Hornos de leña» make «am-leon-hornos-de-lena». */
  function unpacked(id, title) {
    var words = A.fold(title).replace(/ñ/g, 'n').match(/[a-z0-9]+/g) || [];
    return id.match(/[A-Z]|[a-z0-9]+/g).map(function (part) { return /[A-Z]/.test(part) ? words[part.charCodeAt(0) - 65] : part; }).join('-');
  }

  /* Stems of a text without stop words; each written word enters the dictionary. */
  Indice.prototype.stems = function (text, weight) {
    var found = [];
    A.words(text).forEach(function (written) {
      var folded = A.fold(written);
      if (this.stop.has(folded)) return;
      var stem = A.stem(folded);
      this.learn(folded, stem, written, weight || 1);
      found.push(stem);
    }, this);
    return found;
  };
  Indice.prototype.learn = function (folded, stem, written, weight) {
    var known = this.dictionary.get(folded);
    if (known) known.count += weight;
    else this.dictionary.set(folded, { folded: folded, stem: stem, written: written.toLowerCase(), count: weight, sound: '' });
  };

  /* A phrase of the lexicon leads to what it means. */
  Indice.prototype.mean = function (phrase, meaning) {
    var stems = this.stems(phrase);
    if (!stems.length) return;
    var key = stems.join(' '), known = this.lexicon.get(key);
    this.longest = Math.max(this.longest, stems.length);
    if (!known) this.lexicon.set(key, [meaning]);
    else if (known.indexOf(meaning) < 0) known.push(meaning);
  };

  Indice.prototype.add = function (doc, fields) {
    doc.n = this.documents.length;
    this.documents.push(doc);
    fields.n = doc.n;
    this.engine.add(fields);
  };

  Indice.prototype.addTerms = function (letter, table) {
    var labels = lines(table.label), slugs = lines(table.slug), counts = lines(table.n);
    var broader = lines(table.broader), others = lines(table.words);
    labels.forEach(function (label, number) {
      var code = letter + number, phrases = list(others[number], '|');
      var meaning = { code: code, label: label, phrases: [label], page: null };
      this.terms.set(code, { label: label, count: +counts[number], broader: broader[number] && letter + broader[number], meaning: meaning });
      [label].concat(phrases).forEach(function (phrase) { this.mean(phrase, meaning); }, this);
      if (!slugs[number]) return;
      meaning.page = this.documents.length;
      var n = +counts[number];
      this.add({ kind: PAGES[letter], url: table.folder + '/' + slugs[number] + '/', title: label, line: n ? n + (n === 1 ? ' caso' : ' casos') : 'sin casos todavía', codes: [], count: n },
        { title: this.stems(label).join(' '), alias: this.stems(phrases.join(' ')).join(' ') });
    }, this);
  };

  /* The codes of a document and of what they are part of. */
  Indice.prototype.widened = function (codes) {
    var all = new Set();
    codes.forEach(function (code) {
      for (var term; code && !all.has(code); code = term && term.broader) { all.add(code); term = this.terms.get(code); }
    }, this);
    return Array.from(all);
  };

  Indice.prototype.addTable = function (folder, table) {
    var ids = lines(table.id), count = ids.length;
    var titles = lines(table.title, count), codes = lines(table.codes, count), aliases = lines(table.aliases, count);
    var words = lines(table.words, count), facts = lines(table.line, count);
    ids.forEach(function (id, number) {
      var others = list(aliases[number], '|'), own = list(codes[number], ' ');
      var doc = { kind: KINDS[folder], url: folder + '/' + unpacked(id, titles[number]) + '/', title: titles[number], line: facts[number], codes: own, row: number };
      if (folder === 'practicas') {
        var meaning = { code: 'p' + number, label: titles[number], phrases: [], page: this.documents.length };
        others.forEach(function (phrase) { this.mean(phrase, meaning); }, this);
      }
      if (folder === 'organizaciones') {
        var names = { code: '', label: titles[number], phrases: [], page: this.documents.length };
        others.forEach(function (phrase) { this.mean(phrase, names); }, this);
      }
      this.add(doc, { title: this.stems(titles[number], 3).join(' '), alias: this.stems(others.join(' '), 2).join(' '),
        facet: this.widened(own).map(function (code) { return '§' + code; }).join(' '), words: this.stems(words[number]).join(' ') });
    }, this);
  };

  Indice.prototype.addMeaning = function (line) {
    var phrases = line.split('|');
    var meaning = { code: '', label: phrases[0], phrases: phrases, page: null };
    phrases.forEach(function (phrase) { this.mean(phrase, meaning); }, this); /* the mark of other languages is no letter */
  };

  /* The full texts, which arrive later, as an index of their own over the same documents. */
  Indice.prototype.addTexts = function (tables) {
    var engine = new MiniSearch({ idField: 'n', fields: ['text'], tokenize: split, processTerm: same });
    var texts = {};
    Object.keys(tables).forEach(function (folder) { texts[KINDS[folder]] = lines(tables[folder]); });
    this.documents.forEach(function (doc) {
      var text = doc.row === undefined ? '' : (texts[doc.kind] || [])[doc.row];
      if (text) engine.add({ n: doc.n, text: this.stems(text, .1).join(' ') });
    }, this);
    this.full = engine;
  };

  global.CatalogoIndice = Indice;
})(globalThis);
