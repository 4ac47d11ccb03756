/* Contribution form, part 4: the entry as typed, and everything that `check` would say about it.
   A state is {case, body, news, slug}: values as typed, text of each heading, records that do not
   exist yet (sources and organizations, by «@1»…), and the file name if it was written by hand. */
(function () {
  'use strict';
  const A = window.Aportar;
  const SINGLE = ['text', 'slug', 'code', 'url', 'date', 'period', 'number', 'integer', 'year'];

  A.fresh = function () { return { case: {}, body: {}, news: {}, stray: {}, slug: '' }; };

  /* Fields that a person writes one value a line: texts, and records that may be a bare text. */
  A.isLines = function (field) {
    if (!field.many) return false;
    if (field.record) {
      const text = A.data.records[field.record].text;
      return Boolean(text) && A.field(field.record, text).shape === 'text';
    }
    return SINGLE.includes(field.shape);
  };
  A.lines = function (value) {
    return String(value || '').split('\n').map(function (line) { return line.trim(); }).filter(Boolean);
  };
  /* The field that each line is one of. */
  A.lineField = function (field) {
    return field.record ? A.field(field.record, A.data.records[field.record].text) : field;
  };
  A.isEmpty = function (value) {
    if (value === undefined || value === null) return true;
    if (typeof value === 'string') return !value.trim();
    return Object.keys(value).every(function (key) { return A.isEmpty(value[key]); });
  };

  A.at = function (state, path) {
    return path.split('/').reduce(function (value, key) {
      return value === undefined || value === null ? undefined : value[key];
    }, state);
  };
  A.put = function (state, path, value) {
    const keys = path.split('/'), last = keys.pop();
    let place = state;
    keys.forEach(function (key, i) {
      if (typeof place[key] !== 'object' || place[key] === null) {
        place[key] = /^\d+$/.test(i + 1 < keys.length ? keys[i + 1] : last) ? [] : {};
      }
      place = place[key];
    });
    if (value === undefined || value === '') delete place[last]; else place[last] = value;
  };

  /* == Names of files == */
  A.proposedSlug = function (state) {
    const countries = state.case.country || [], code = countries.length === 1 ? countries[0].toLowerCase() : '';
    const start = code.length === 2 ? code : countries.length ? 'regional' : '';
    const words = A.meaning(state.case.title || '').map(A.slugOf).filter(Boolean).slice(0, 7).join('-');
    return words && start ? A.shorten(start + '-' + words, A.data.limits.slug) : '';
  };
  A.slug = function (state) { return (state.slug || '').trim() || A.proposedSlug(state); };

  function unused(kind, slug, taken) {
    let free = slug, n = 2;
    while (A.entry(kind, free) || taken.has(free)) {
      free = A.shorten(slug, A.data.limits.slug - 4) + '-' + n++;
    }
    return free;
  }
  /* Ids of the records that the form creates: {'@1': 'onudi-informe-2002'}. */
  A.newIds = function (state) {
    const taken = { source: new Set(), organization: new Set() }, ids = {};
    Object.keys(state.news).forEach(function (key) {
      const item = state.news[key], made = item.data;
      const year = /\d{4}/.exec(made.issued || '');
      const words = item.kind === 'source'
        ? [A.meaning(A.lines(made.author)[0] || made.publisher || '').slice(0, 2).join(' '),
          A.meaning(made.title || '').slice(0, 4).join(' '), year ? year[0] : '']
        : [A.meaning(made.name || '').slice(0, 5).join(' ') || made.acronym || ''];
      const slug = A.shorten(A.slugOf(words.join(' ')), A.data.limits.slug) ||
        (item.kind === 'source' ? 'fuente-nueva' : 'organizacion-nueva');
      ids[key] = unused(item.kind, slug, taken[item.kind]);
      taken[item.kind].add(ids[key]);
    });
    return ids;
  };
  /* Kinds of which the form must know what exists, to name files and to find what is alike. */
  A.needed = function (state) {
    const kinds = A.isEmpty(state.case.title) && !A.slug(state) ? [] : ['case'];
    return kinds.concat(Object.keys(state.news).map(function (key) { return state.news[key].kind; }));
  };
  /* Kinds whose names a kept draft shows. */
  A.mentioned = function (state) {
    const chosen = ['practices', 'sources', 'organizations', 'enabled_by', 'related'].filter(function (name) {
      return !A.isEmpty(state.case[name]);
    }).flatMap(function (name) {
      const field = A.field('case', name);
      return (field.record ? A.field(field.record, 'id') : field).references || [];
    });
    return Array.from(new Set(chosen.concat(A.needed(state))));
  };
  /* The source that a figure rests on: the one chosen, or the only one there is. */
  A.cited = function (state) {
    return (state.case.sources || []).map(function (source) { return source.id; }).filter(Boolean);
  };
  A.defaultSource = function (state) { const all = A.cited(state); return all.length === 1 ? all[0] : ''; };

  /* == The walk == */
  function Review(state) { this.state = state; this.faults = []; }
  Review.prototype.say = function (path, fault) {
    if (fault) this.faults.push(Object.assign({ path: path }, fault));
  };

  Review.prototype.record = function (record, data, path) {
    const self = this;
    A.fields(record).forEach(function (field) {
      const value = (data || {})[field.name], at = path + '/' + field.name;
      if (record === 'result' && field.name === 'source' && A.defaultSource(self.state)) return;
      if (A.isEmpty(value)) return self.missing(record, field, data || {}, at);
      self.value(record, field, value, at);
    });
    Object.keys(A.data.companions).forEach(function (key) {
      const other = A.data.companions[key];
      if (record === 'case' && !A.isEmpty(data[key]) && A.field(record, other[0]) && A.isEmpty(data[other[0]])) {
        self.say(path + '/' + other[0], A.fault('K07', '«' + A.nameOf(record, A.field(record, key)) +
          '» necesita «' + A.nameOf(record, A.field(record, other[0])) + '».',
          other[1][0].toUpperCase() + other[1].slice(1) + '.'));
      }
    });
  };
  Review.prototype.missing = function (record, field, data, at) {
    if ((this.state.stray || {})[at]) return; /* something was typed there */
    if (field.empty_needs) {
      if (!A.isEmpty(data[field.empty_needs])) return;
      const reason = A.field(record, field.empty_needs);
      return this.say(at, A.fault('K05', '«' + A.nameOf(record, field) + '» está vacía y falta el motivo en «' +
        A.nameOf(record, reason) + '».', 'Diga en una frase qué es lo que la fuente no permite saber.'));
    }
    if (field.required) {
      this.say(at, A.fault('K02', A.keys
        ? 'Falta el campo obligatorio «' + field.name + '» (' + field.label.toLowerCase() + ').'
        : 'Falta: ' + A.nameOf(record, field).replace(/[¿?]/g, '').toLowerCase() + '.',
      (A.keys ? field.help : A.wording(record, field).help) || 'Escríbalo.'));
    }
  };
  Review.prototype.value = function (record, field, value, at) {
    const self = this;
    if (A.isLines(field)) {
      const one = A.lineField(field), inside = field.record || record;
      const all = A.lines(value);
      if (all.length > A.data.limits.list) {
        this.say(at, A.fault('K04', '«' + A.nameOf(record, field) + '» tiene ' + all.length +
          ' elementos; el máximo es ' + A.data.limits.list + '.', 'Reparta el contenido en varias fichas.'));
      }
      all.forEach(function (line) { self.scalar(inside, one, line, at); });
    } else if (field.record && field.many) {
      value.forEach(function (item, i) {
        if (!A.isEmpty(item)) self.record(field.record, item, at + '/' + i);
      });
    } else if (field.record) {
      this.record(field.record, value, at);
    } else if (Array.isArray(value)) {
      value.forEach(function (item) { self.scalar(record, field, item, at); });
    } else this.scalar(record, field, value, at);
  };
  Review.prototype.scalar = function (record, field, value, at) {
    const text = String(value).trim(), shape = field.shape;
    let wrong = null;
    if (shape === 'text') wrong = A.textFault(record, field, text);
    else if (['quantity', 'number', 'integer', 'year'].includes(shape)) wrong = A.limitFault(record, field, text);
    else if (shape === 'date' || shape === 'period') wrong = A.dateFault(text, shape === 'period');
    else if (shape === 'url') wrong = A.urlFault(text);
    else if (shape === 'term') wrong = termFault(field, text);
    else if (shape === 'reference') wrong = this.referenceFault(field, text);
    else if (shape === 'code') wrong = codeFault(record, field, text);
    this.say(at, wrong);
  };
  function codeFault(record, field, text) {
    if (field.name === 'currency') {
      const term = A.term('units', text);
      if (term && (term.dimension || []).includes('money')) return null;
      return A.fault('U06', '«' + text.slice(0, 20) + '» no es una moneda conocida.',
        'Use el código de tres letras; si falta en vocab/units.yml, añádalo allí.');
    }
    if (!field.pattern || new RegExp('^(?:' + field.pattern + ')$', 'u').test(text)) return null;
    return A.fault('K10', '«' + text.slice(0, 60) + '» no tiene la forma de «' + A.nameOf(record, field) + '».',
      'Debe ser ' + field.pattern_help + '.');
  }
  function termFault(field, text) {
    const term = A.term(field.vocabulary, text);
    if (term && !term.gone) return null;
    const meant = A.meant(field.vocabulary, text);
    const said = meant.id && (A.keys ? meant.id : A.label(field.vocabulary, meant.id));
    return A.fault('V01', '«' + text.slice(0, 60) + '» no está en el vocabulario «' + field.vocabulary + '».',
      !said ? (A.keys ? 'Los valores admitidos están en vocab/' + field.vocabulary + '.yml.' : 'Elija uno de la lista.')
        : A.keys && meant.certain ? 'Su id es «' + said + '».' : '¿Quiso decir «' + said + '»?',
      meant.id ? [meant.id] : []);
  }
  A.termFault = termFault;
  Review.prototype.referenceFault = function (field, text) {
    if (text[0] === '@') return this.state.news[text] ? null : A.fault('L01', 'Falta describir esta ficha nueva.', '');
    /* What has not arrived cannot be told from what does not exist; `check` will. */
    const known = field.references.some(function (kind) { return !A.arrived(kind) || A.entry(kind, text); });
    const folders = field.references.map(function (kind) { return kind + 's/'; }).join(' o ');
    return known ? null : A.fault('L01', '«' + text.slice(0, 60) + '» no existe en ' + folders + '.',
      'Elija una de la lista.');
  };

  A.review = function (state) {
    const review = new Review(state);
    review.record('case', state.case, 'case');
    strays(state, review);
    Object.keys(state.news).forEach(function (key) {
      const item = state.news[key], path = 'news/' + key + '/data';
      review.record(item.kind, item.data, path);
      if (item.kind === 'source') {
        const ways = ['URL', 'DOI', 'publisher', 'container-title', 'event', 'archive_url', 'copy_of'];
        if (!ways.some(function (way) { return !A.isEmpty(item.data[way]); })) {
          review.say(path + '/URL', A.fault('S03', 'No se dice cómo encontrar este documento.',
            'Añada su dirección web o quién lo editó.', [], true));
        }
      }
    });
    A.figureFaults(state, function (path, fault) { review.say(path, fault); });
    (A.data.headings[state.case.level] || []).forEach(function (heading) {
      if (!A.isEmpty(state.body[heading])) review.say('body/' + heading, A.bodyFault(state.body[heading]));
    });
    slugFaults(state, review);
    return review.faults;
  };
  /* Text left in a box that chooses from a list. */
  function strays(state, review) {
    Object.keys(state.stray || {}).forEach(function (path) {
      const left = state.stray[path];
      review.say(path, left.vocabulary ? termFault(left, left.text)
        : A.fault('L01', '«' + left.text.slice(0, 60) + '» no está en la lista.', 'Elija una, o borre el texto.'));
    });
  }
  function slugFaults(state, review) {
    const slug = A.slug(state);
    if (slug && (!A.whole('slug', slug) || slug.length > A.data.limits.slug)) {
      const better = A.shorten(A.slugOf(slug), A.data.limits.slug);
      review.say('slug', A.fault('F04', 'El nombre «' + slug + '» no sirve de id.',
        'Use solo letras minúsculas sin tilde, cifras y guiones; ' + A.data.limits.slug + ' caracteres a lo sumo.',
        better ? [better] : []));
    } else if (slug && A.entry('case', slug)) {
      review.say('slug', A.fault('F05', 'Ya existe una ficha con el nombre «' + slug + '».',
        'Si es otro caso, añada una palabra; si es el mismo, proponga una corrección.'));
    } else if (slug) countryFault(state, slug, review);
  }
  function countryFault(state, slug, review) {
    const codes = (state.case.country || []).map(function (code) { return code.toLowerCase(); });
    const start = slug.split('-')[0];
    if (codes.length && start !== 'regional' && !codes.includes(start)) {
      review.say('slug', A.fault('L06', 'El id empieza con «' + start + '» y el país es ' +
        codes.join(', ').toUpperCase() + '.', 'Nombre el archivo ' + codes[0] + '-….md, o corrija el país.', [], true));
    }
  }
})();
