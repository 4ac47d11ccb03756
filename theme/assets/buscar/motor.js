/* A query to ranked results. Needs CatalogoAnalisis and an index (CatalogoIndice).
   Every word of the query gets its own scores; a result that covers all words comes before one that
   covers some, and how many a shorter query would find is known without asking again. */
(function (global) {
  'use strict';
  var A = global.CatalogoAnalisis;
  var LONGEST_QUERY = 120, MOST_WORDS = 12, MOST_COMPLETIONS = 12, FEW = 5;
  var TEXT_WEIGHT = .5, SYNONYM = .55, PREFIX = .7, CORRECTED = .8, SOFT = .35, FACET = .8, PAGE = 20, NAMED = .7;
  var FACETS = { s: 'sector', r: 'recurso', c: 'pais', i: 'instrumento', l: 'nivel' };
  var KIND = { practica: 1.15, caso: 1, sector: 1, recurso: .8, pais: 1, instrumento: .9, nivel: .8, organizacion: .6, fuente: .4, ruta: .9 };

  function Motor(index) { this.index = index; this.memory = new Map(); }

  /* Scores of one stem (or facet code) in every document that has it. */
  Motor.prototype.scores = function (stem) {
    var index = this.index, key = (index.full ? '+' : '') + stem, known = this.memory.get(key), lacks = index.lacks;
    if (known) return known;
    var found = index.scores('stems', stem);
    if (index.full) index.scores('texts', stem).forEach(function (score, n) {
      found.set(n, (found.get(n) || 0) + score * TEXT_WEIGHT);
    });
    if (index.lacks > lacks) return found; /* not the whole truth: asked again when the block is here */
    if (this.memory.size > 400) this.memory.clear();
    this.memory.set(key, found);
    return found;
  };
  function keepBest(into, scores, weight) {
    scores.forEach(function (score, n) {
      if (score * weight > (into.get(n) || 0)) into.set(n, score * weight);
    });
  }

  /* Documents that hold every stem of a phrase, with their scores added. */
  Motor.prototype.phrase = function (stems) {
    var maps = stems.map(this.scores, this), found = new Map();
    maps[0].forEach(function (first, n) {
      var sum = 0;
      for (var i = 0; i < maps.length; i++) {
        var score = maps[i].get(n);
        if (score === undefined) return;
        sum += score;
      }
      found.set(n, sum / Math.sqrt(maps.length));
    });
    return found;
  };

  /* Words of the dictionary nearest to one that nobody wrote: same sound first, then few letters apart. */
  Motor.prototype.corrections = function (folded) {
    var sound = A.sound(folded), most = sound.length < 4 ? 0 : sound.length < 7 ? 1 : 2, found = [];
    this.index.everyWord(function (word) {
      if (Math.abs(word.folded.length - folded.length) > 3 || /\d/.test(word.folded)) return;
      if (!word.sound) word.sound = A.sound(word.folded);
      var far = A.distance(sound, word.sound, most);
      if (far <= most && word.folded.length > 2) found.push({ word: word, far: far + (sound[0] === word.sound[0] ? 0 : .5) - Math.min(.4, word.count / 500) });
    });
    found.sort(function (a, b) { return a.far - b.far; });
    return found.filter(function (each) { return each.far < found[0].far + .45; }).slice(0, 4).map(function (each) { return each.word; });
  };

  /* Words that begin like the one being typed, the most usual first. */
  Motor.prototype.completions = function (folded) {
    return this.index.beginning(folded).sort(function (a, b) { return b.count - a.count; }).slice(0, MOST_COMPLETIONS);
  };

  Motor.prototype.known = function (stem) {
    return this.scores(stem).size > 0 || this.index.meanings(stem).length > 0;
  };

  /* A word of the query: its stems with their weights, best first. */
  Motor.prototype.read = function (written, last) {
    var folded = A.fold(written), stem = A.stem(folded);
    var token = { written: written, folded: folded, stem: stem, meant: stem, soft: this.index.soft.has(folded), variants: [[stem, 1]], corrected: '' };
    var known = this.known(stem);
    if (last && folded.length > 2) this.completions(folded).forEach(function (word) {
      if (word.stem === stem) return;
      token.variants.push([word.stem, PREFIX * Math.max(.3, folded.length / word.folded.length)]);
      if (!known) { token.meant = word.stem; known = true; }
    });
    if (!known && !this.index.missing.size) this.corrections(folded).forEach(function (word, place) {
      token.variants.push([word.stem, CORRECTED - place / 10]);
      if (!place) { token.meant = word.stem; token.corrected = word.written; }
    });
    return token;
  };

  Motor.prototype.tokens = function (query) {
    var all = A.words(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS), stop = this.index.stop, open = /[\p{L}\p{N}]$/u.test(query);
    var kept = all.filter(function (word) { return !stop.has(A.fold(word)); });
    if (!kept.length) kept = all;
    var tokens = kept.map(function (word, i) { return this.read(word, open && i === kept.length - 1); }, this);
    if (tokens.every(function (token) { return token.soft; })) tokens.forEach(function (token) { token.soft = false; });
    return tokens;
  };

  /* The longest phrases of the lexicon in the query, each with the tokens that it covers. */
  Motor.prototype.meanings = function (tokens) {
    var found = [], taken = 0;
    for (var i = 0; i < tokens.length; i++) {
      for (var length = Math.min(this.index.longest, tokens.length - i); length > 0; length--) {
        var part = tokens.slice(i, i + length);
        var key = part.map(function (token) { return token.meant; }).join(' ');
        var meanings = this.index.meanings(key);
        if (!meanings.length || i + length <= taken) continue;
        found.push({ from: i, length: length, key: key, meanings: meanings });
        taken = i + length;
        break;
      }
    }
    return found;
  };

  Motor.prototype.stems = function (phrase) {
    return A.words(phrase).map(A.fold).filter(function (word) { return !this.index.stop.has(word); }, this).map(A.stem);
  };

  /* Documents that a meaning leads to: its page, those filed under it, those that hold another phrase for it. */
  Motor.prototype.meant = function (unit, said, marks) {
    var into = new Map();
    unit.meanings.forEach(function (meaning) {
      if (meaning.page !== null) keepBest(into, new Map([[meaning.page, PAGE]]), 1);
      if (meaning.code) keepBest(into, this.scores('§' + meaning.code), FACET);
      meaning.phrases.forEach(function (phrase) {
        var stems = this.stems(phrase);
        if (!stems.length || stems.join(' ') === unit.key) return;
        var scores = this.phrase(stems);
        keepBest(into, scores, SYNONYM);
        if (!scores.size) return;
        stems.forEach(function (stem) { marks.add(stem); });
        if (phrase[0] !== '~') said.add(meaning.code[0] === 'c' || /\p{Lu}{2}/u.test(phrase) ? phrase : phrase.toLowerCase());
      }, this);
    }, this);
    return into;
  };

  /* Adds up one document's scores; `covered` has a bit for each token. */
  function gather(sums, scores, weight, bits) {
    scores.forEach(function (score, n) {
      var sum = sums.get(n);
      if (!sum) sums.set(n, sum = { score: 0, covered: 0 });
      sum.score += score * weight;
      sum.covered |= bits;
    });
  }

  function ones(bits) {
    for (var count = 0; bits; bits &= bits - 1) count++;
    return count;
  }

  Motor.prototype.sums = function (tokens, said, marks) {
    var sums = new Map();
    tokens.forEach(function (token, i) {
      var best = new Map();
      token.variants.forEach(function (variant) {
        keepBest(best, this.scores(variant[0]), variant[1]);
        marks.add(variant[0]);
      }, this);
      gather(sums, best, token.soft ? SOFT : 1, 1 << i);
    }, this);
    this.meanings(tokens).forEach(function (unit) {
      var soft = tokens.slice(unit.from, unit.from + unit.length).every(function (token) { return token.soft; });
      gather(sums, this.meant(unit, said, marks), soft ? SOFT : 1, ((1 << unit.length) - 1) << unit.from);
    }, this);
    return sums;
  };

  /* Pages whose name or synonym is the whole query, as written, come first: those of a sector
     or country, then the others. */
  Motor.prototype.named = function (tokens) {
    var index = this.index, found = new Map();
    var key = tokens.filter(function (token) { return !token.soft; }).map(function (token) { return token.stem; }).join(' ');
    index.meanings(key).forEach(function (meaning) {
      if (meaning.page !== null) found.set(meaning.page, /^(sector|pais)$/.test(index.kind(meaning.page)) ? 2 : 1);
    });
    return found;
  };

  /* What the explorer should filter by to show the practices and cases of an answer (of one kind, if
     given): terms that the query names, and the words that are left if it finds any with them. Null
     when neither would do. */
  Motor.prototype.filters = function (tokens, kind) {
    var left = new Set(tokens.filter(function (token) { return !token.soft; })), terms = [];
    this.meanings(tokens).forEach(function (unit) {
      var term = this.filed(unit);
      if (!term) return;
      terms.push(term);
      tokens.slice(unit.from, unit.from + unit.length).forEach(function (token) { left.delete(token); });
    }, this);
    var words = Array.from(left), filed = terms.map(function (term) { return this.explored(this.scores('§' + term.meaning.code), kind); }, this);
    var held = filed.concat(words.map(function (token) { return this.explored(this.scores(token.meant), kind); }, this));
    if (!common(held).length) words = [];
    if (!words.length && !common(filed).length) return null;
    return {
      chosen: terms.map(function (term) { return [FACETS[term.meaning.code[0]], term.slug]; }),
      rest: words.map(function (token) { return token.corrected || token.written; }).join(' ')
    };
  };
  /* The term that a phrase names: it is its label, or the phrase means one sector or country only and
     most entries that hold it are filed there. Other synonyms («solvente», «vapor») stay words. */
  Motor.prototype.filed = function (unit) {
    var index = this.index, held = this.explored(this.phrase(unit.key.split(' ')));
    var terms = unit.meanings.map(function (meaning) { return index.terms.get(meaning.code); })
      .filter(function (term) { return term && term.count && FACETS[term.meaning.code[0]]; });
    var label = terms.find(function (term) { return this.stems(term.label).join(' ') === unit.key; }, this);
    var places = terms.filter(function (term) { return /^[sc]/.test(term.meaning.code); });
    if (label || places.length !== 1) return label;
    return common([held, this.explored(this.scores('§' + places[0].meaning.code))]).length >= NAMED * held.length ? places[0] : undefined;
  };
  /* Practices and cases among scored documents. */
  Motor.prototype.explored = function (scores, kind) {
    var index = this.index;
    return Array.from(scores.keys()).filter(function (n) {
      var own = index.kind(n);
      return kind ? own === kind : own === 'practica' || own === 'caso';
    });
  };
  /* What stands in every list; nothing when there is none. */
  function common(lists) {
    var sets = lists.map(function (list) { return new Set(list); });
    return lists.length ? lists[0].filter(function (n) { return sets.every(function (set) { return set.has(n); }); }) : [];
  }

  /* Results, best first; `partial` ones lack words of the query. `full`: texts are searched too. */
  Motor.prototype.search = function (query, full) {
    this.index.full = full;
    var tokens = this.tokens(query), said = new Set(), marks = new Set(), index = this.index;
    if (!tokens.length) return { tokens: [], hits: [], full: 0, said: [], marks: marks, spelling: '', shorter: [], near: [] };
    var needed = 0;
    tokens.forEach(function (token, i) { if (!token.soft) needed |= 1 << i; });
    var sums = this.sums(tokens, said, marks), named = this.named(tokens), count = ones(needed), hits = [];
    sums.forEach(function (sum, n) {
      var share = ones(sum.covered & needed) / count, kind = index.kind(n);
      if (share) hits.push({ n: n, kind: kind, score: sum.score * share * share * KIND[kind], partial: share < 1, named: named.get(n) || 0, covered: sum.covered });
    });
    hits.sort(function (a, b) { return a.partial - b.partial || b.named - a.named || b.score - a.score || a.n - b.n; });
    return Object.assign(this.answer(tokens, needed, hits, said), { marks: marks });
  };

  Motor.prototype.answer = function (tokens, needed, hits, said) {
    var full = hits.filter(function (hit) { return !hit.partial; }), pages = this.index.pages;
    var enough = full.length >= FEW ? full : full.concat(hits.filter(function (hit) { return hit.partial; }).slice(0, 12));
    return {
      tokens: tokens,
      hits: enough,
      full: full.length,
      said: Array.from(said).slice(0, 3),
      spelling: spelling(tokens),
      shorter: full.length < FEW ? shorter(tokens, needed, hits) : [],
      near: hits.filter(function (hit) { return hit.n < pages.length; }).slice(0, 3).map(function (hit) { return pages[hit.n]; })
    };
  };

  function spelling(tokens) {
    if (!tokens.some(function (token) { return token.corrected; })) return '';
    return tokens.map(function (token) { return token.corrected || token.written; }).join(' ');
  }

  /* The query with one word less, and how many results that has. */
  function shorter(tokens, needed, hits) {
    var found = [];
    if (tokens.length < 2) return found;
    tokens.forEach(function (token, i) {
      var rest = needed & ~(1 << i);
      if (token.soft || !rest) return;
      var count = hits.filter(function (hit) { return (hit.covered & rest) === rest; }).length;
      var words = tokens.filter(function (other) { return other !== token; }).map(function (other) { return other.corrected || other.written; });
      if (count) found.push({ query: words.join(' '), without: token.written, count: count });
    });
    return found.sort(function (a, b) { return b.count - a.count; }).slice(0, 3);
  }

  global.CatalogoMotor = Motor;
})(globalThis);
