/* The index as the build left it: sorted lists in blocks, opened only where a question needs them.
   Nothing is built here. A block that has not arrived counts as empty and enters `missing`; who asked
   fetches it and asks again. Needs CatalogoAnalisis and the global CATALOGO_BUSQUEDA. */
(function (global) {
  'use strict';
  var A = global.CatalogoAnalisis;
  var KINDS = { practicas: 'practica', casos: 'caso', organizaciones: 'organizacion', fuentes: 'fuente', formacion: 'ruta' };
  var PAGES = { s: 'sector', r: 'recurso', c: 'pais', i: 'instrumento', l: 'nivel' };
  var MARKED = { p: 'practicas', g: 'organizaciones' };
  /* As in catalog/render/search/packed.py. */
  var FIRST_SIGN = 35, GAP = 92, HALF = 45, LOWEST = .2, STEP = 1.08;
  var NONE = '-', END = '\uffff';

  function Indice(data) {
    this.data = data;
    this.stop = new Set(data.stop.split(' '));
    this.soft = new Set(data.soft.split(' '));
    this.longest = data.longest;
    this.terms = new Map();
    this.pages = [];
    this.tables = [];
    this.opened = new Map();
    this.missing = new Set();
    this.lacks = 0;
    this.full = false;
    Object.keys(data.terms).forEach(function (letter) { this.addTerms(letter, data.terms[letter]); }, this);
    var start = this.pages.length;
    Object.keys(data.tables).forEach(function (folder) {
      this.tables.push({ folder: folder, kind: KINDS[folder], from: start });
      start += data.tables[folder];
    }, this);
    this.starts = this.tables.map(function (table) { return table.from; });
  }
  function list(text, mark) { return text ? text.split(mark) : []; }

  Indice.prototype.addTerms = function (letter, table) {
    var slugs = table.slug.split('\n'), counts = table.n.split('\n');
    table.label.split('\n').forEach(function (label, number) {
      var code = letter + number, n = +counts[number], term = { label: label, count: n, slug: slugs[number], meaning: null };
      term.meaning = { code: code, label: label, phrases: [label], page: null };
      this.terms.set(code, term);
      if (!term.slug) return;
      term.meaning.page = this.pages.length;
      this.pages.push({ n: this.pages.length, kind: PAGES[letter], url: table.folder + '/' + term.slug + '/', title: label, line: n ? n + (n === 1 ? ' caso' : ' casos') : 'sin casos todavía', codes: [], count: n });
    }, this);
  };

  /* -- lists in blocks ------------------------------------------------------------------ */

  /* Place of the last of some ascending values that is not above `wanted`; -1 when all are. */
  function lastUpTo(values, wanted) {
    var low = 0, high = values.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (values[middle] <= wanted) low = middle + 1; else high = middle;
    }
    return low - 1;
  }
  /* The columns of a block, or null while it is not here. */
  Indice.prototype.block = function (name, place) {
    var key = name + '-' + place, known = this.opened.get(key);
    if (known) return known;
    var columns = this.data.blocks[key];
    if (!columns) {
      this.lacks++;
      this.missing.add('datos/busqueda/' + key + '.js?' + this.data.edition);
      return null;
    }
    known = columns.map(function (column) { return column.split('\n'); });
    this.opened.set(key, known);
    return known;
  };
  /* The line of a key: its columns, or null. */
  Indice.prototype.line = function (name, key) {
    var place = lastUpTo(this.data.parts[name], key), block = place < 0 ? null : this.block(name, place);
    if (!block) return null;
    var row = lastUpTo(block[0], key);
    return block[0][row] === key ? block.map(function (column) { return column[row]; }) : null;
  };
  /* Calls `visit(key, second column)` for the keys from `from` to `to`. */
  Indice.prototype.range = function (name, from, to, visit) {
    var firsts = this.data.parts[name], end = lastUpTo(firsts, to);
    for (var place = Math.max(0, lastUpTo(firsts, from)); place <= end; place++) {
      var block = this.block(name, place);
      if (!block) continue;
      for (var row = Math.max(0, lastUpTo(block[0], from)); row < block[0].length && block[0][row] <= to; row++) {
        if (block[0][row] >= from) visit(block[0][row], block[1][row]);
      }
    }
  };

  /* -- stems and words ------------------------------------------------------------------ */

  function sign(text, at) {
    var code = text.charCodeAt(at);
    return code - FIRST_SIGN - (code > GAP ? 1 : 0);
  }
  /* Score of every document that holds a stem, in the list `name`. */
  Indice.prototype.scores = function (name, stem) {
    var found = new Map(), line = this.line(name, stem);
    if (!line) return found;
    for (var at = 0, n = -1, row = 0; at < line[2].length; row++) {
      var step = 0, unit = 1, part;
      while ((part = sign(line[2], at++)) >= HALF) {
        step += (part - HALF) * unit;
        unit *= HALF;
      }
      n += step + part * unit + 1;
      found.set(n, LOWEST * Math.pow(STEP, sign(line[3], row)));
    }
    return found;
  };

  /* The words written under a stem: «e» under «curtiembr» is «curtiembre» (packed.py, form). */
  function words(stem, forms) {
    if (forms === NONE) return [];
    return forms.split(' ').map(function (form) {
      var parts = /^(\d?)([A-Z]?)(.*)$/.exec(form), kept = stem;
      if (parts[2]) kept = parts[2] === 'Z' ? '' : stem.slice(0, 64 - parts[2].charCodeAt(0));
      var written = kept + parts[3];
      return { stem: stem, written: written, folded: A.fold(written), count: Math.pow(2, parts[1]), sound: '' };
    });
  }
  /* Words that begin so. Their stems begin alike, but for up to two letters at the end, or are shorter. */
  Indice.prototype.beginning = function (folded) {
    var found = [], shared = folded.slice(0, Math.max(3, folded.length - 2)), index = this;
    function visit(stem, forms) {
      words(stem, forms).forEach(function (word) { if (word.folded.startsWith(folded)) found.push(word); });
    }
    this.levels('stems', 'texts').forEach(function (name) {
      index.range(name, shared, shared + END, visit);
      for (var length = 1; length < shared.length; length++) index.range(name, shared.slice(0, length), shared.slice(0, length), visit);
    });
    return found;
  };
  Indice.prototype.levels = function (first, second) { return this.full ? [first, second] : [first]; };

  /* Every written word, block after block. */
  Indice.prototype.everyWord = function (visit) {
    this.levels('words', 'textwords').forEach(function (name) {
      this.data.parts[name].forEach(function (first, place) {
        var block = this.block(name, place);
        if (!block) return;
        if (!block.words) block.words = [].concat.apply([], block[0].map(function (stem, row) { return words(stem, block[1][row]); }));
        block.words.forEach(visit);
      }, this);
    }, this);
  };

  /* -- phrases and entries -------------------------------------------------------------- */

  /* What a phrase, given as stems, stands for; empty when nothing. */
  Indice.prototype.meanings = function (key) {
    var line = this.line('lexicon', key);
    return line ? line[1].split(' ').map(this.meaning, this) : [];
  };
  Indice.prototype.meaning = function (code) {
    var term = this.terms.get(code), number = +code.slice(1);
    if (term) return term.meaning;
    if (code[0] === 'm') {
      var phrases = this.data.meanings[number].split('|');
      return { code: '', label: phrases[0], phrases: phrases, page: null };
    }
    var table = this.tables.find(function (each) { return each.folder === MARKED[code[0]]; });
    return { code: code[0] === 'p' ? code : '', label: '', phrases: [], page: table.from + number };
  };

  Indice.prototype.table = function (n) {
    return this.tables[lastUpTo(this.starts, n)];
  };
  Indice.prototype.kind = function (n) {
    return n < this.pages.length ? this.pages[n].kind : this.table(n).kind;
  };
  /* Letters in an id stand for words of the title: «am-leonABC» and «Hornos de leña» make «am-leon-hornos-de-lena». */
  function unpacked(id, title) {
    var parts = A.fold(title).replace(/ñ/g, 'n').match(/[a-z0-9]+/g) || [];
    return id.match(/[A-Z]|[a-z0-9]+/g).map(function (part) { return /[A-Z]/.test(part) ? parts[part.charCodeAt(0) - 65] : part; }).join('-');
  }
  /* What is shown of a document, or null while its block is not here. */
  Indice.prototype.doc = function (n) {
    if (n < this.pages.length) return this.pages[n];
    var firsts = this.data.parts.entries, place = lastUpTo(firsts, n), block = this.block('entries', place);
    if (!block) return null;
    var row = n - firsts[place], title = block[0][row], table = this.table(n);
    return { n: n, kind: table.kind, url: table.folder + '/' + unpacked(block[1][row], title) + '/', title: title, line: block[2][row], codes: list(block[3][row], ' ') };
  };

  global.CatalogoIndice = Indice;
})(globalThis);
