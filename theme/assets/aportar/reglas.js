/* Contribution form, part 2: what `check` says about one value, in the same words.
   A fault is {code, message, hint, fixes, warning}; a fix is what to write instead. */
(function () {
  'use strict';
  const A = window.Aportar;
  A.keys = false; /* true: messages name the key of the file instead of the label on the page */

  function fault(code, message, hint, fixes, warning) {
    return { code: code, message: message, hint: hint || '', fixes: fixes || [], warning: Boolean(warning) };
  }
  A.fault = fault;
  A.nameOf = function (record, field) { return A.keys ? field.name : A.wording(record, field).label; };

  A.isNumber = function (text) {
    return Boolean(A.whole('number', text)) && !A.whole('thousands', text);
  };

  const MINUS = /[−–]/g;
  function advice(text) {
    if (/[−–]/.test(text)) return 'Use el guion del teclado como signo menos: -14.';
    if (/^[-+]?\d+(\.\d+)?[eE][-+]?\d+$/.test(text)) return 'Escriba todas las cifras, sin exponente.';
    if (/^-?0\d+(\.\d+)?$/.test(text)) return 'Quite los ceros de la izquierda.';
    return 'Escriba solo cifras, con punto para los decimales. Si no hay dato, borre el campo.';
  }
  function nearNumber(text) {
    const bare = text.replace(MINUS, '-').replace(/^(-?)0+(?=\d)/, '$1');
    return bare !== text && A.isNumber(bare) ? [bare] : [];
  }

  /* A number that can be read in one way only. */
  A.numberFault = function (text) {
    if (A.isNumber(text)) return null;
    if (A.whole('thousands', text) || A.whole('comma_thousands', text)) {
      const whole = text.replace(/[.,]/g, ''), part = text.replace(',', '.') + '0';
      return fault('N01', text + ' se puede leer como ' + whole + ' o como ' + part.replace(/0+$/, '') + '.',
        'Si son miles, escriba ' + whole + '; si son decimales, ' + part + '.', [whole, part]);
    }
    if (A.whole('decimal_comma', text)) {
      const number = text.replace(',', '.');
      return fault('N02', text + ' lleva coma decimal.', 'Escriba ' + number + '.', [number]);
    }
    const grouped = A.whole('grouped', text);
    if (grouped || A.whole('spaced', text)) {
      const number = grouped ? text.replace(/[.,]/g, '')
        : text.replace(/[ _'’\u00a0\u2009\u202f]/g, '').replace(/,/g, '.');
      return fault('N03', text + ' separa los miles.', 'Escriba ' + number + '.', [number]);
    }
    const unit = A.whole('with_unit', text);
    const said = '«' + text.slice(0, 60) + '» no es un número.';
    if (unit) {
      return fault('N05', said, 'Escriba ' + unit[1] + ' y ponga «' + unit[2].slice(0, 30) + '» en «' +
        (A.keys ? 'unit' : 'Unidad') + '».', [unit[1]]);
    }
    return fault('N05', said, advice(text), nearNumber(text));
  };

  const N = '([-−–]?[\\d.,]+)';
  const BOUNDS = [
    ['min', new RegExp('^(?:más de|mas de|al menos|mínimo|minimo|desde|>=?|≥)\\s*' + N + '$', 'i')],
    ['max', new RegExp('^(?:hasta|menos de|máximo|maximo|como máximo|<=?|≤)\\s*' + N + '$', 'i')],
    ['about', new RegExp('^(?:cerca de|alrededor de|aproximadamente|aprox\\.?|unos|unas|~|≈)\\s*' + N + '$', 'i')],
    ['min', new RegExp('^\\{\\s*min:\\s*' + N + '\\s*\\}$')],
    ['max', new RegExp('^\\{\\s*max:\\s*' + N + '\\s*\\}$')],
    ['about', new RegExp('^\\{\\s*about:\\s*' + N + '\\s*\\}$')]
  ];
  const RANGES = [
    new RegExp('^(?:de |entre )?' + N + '\\s*(?:–|-|/| a | y )\\s*' + N + '$', 'i'),
    new RegExp('^\\{\\s*min:\\s*' + N + '\\s*,\\s*max:\\s*' + N + '\\s*\\}$')
  ];

  /* «más de 500», «hasta 40», «cerca de 50», «5 a 8» and plain numbers, as parts by key. */
  function split(text) {
    for (const bound of BOUNDS) {
      const found = bound[1].exec(text);
      if (found) return [[bound[0], found[1]]];
    }
    for (const range of RANGES) {
      const found = range.exec(text);
      if (found && found[1] && !A.whole('date', text)) return [['min', found[1]], ['max', found[2]]];
    }
    return [['value', text]];
  }

  /* {value|min|max|about: text} when the quantity can be read; else null. */
  A.quantity = function (text) {
    const parts = {};
    for (const part of split(text.trim())) {
      if (!A.isNumber(part[1])) return null;
      parts[part[0]] = part[1];
    }
    return parts;
  };
  A.central = function (quantity) {
    if (!quantity) return null;
    const numbers = Object.keys(quantity).map(function (key) { return Number(quantity[key]); });
    return numbers.reduce(function (sum, number) { return sum + number; }, 0) / numbers.length;
  };

  A.quantityFault = function (text) {
    const parts = split(text.trim());
    for (const part of parts) {
      const wrong = A.numberFault(part[1]);
      if (wrong) {
        wrong.fixes = wrong.fixes.map(function (fix) { return text.trim().replace(part[1], fix); });
        return wrong;
      }
    }
    if (parts.length < 2) return null;
    const low = Number(parts[0][1]), high = Number(parts[1][1]);
    const same = (low < 0) === (high < 0);
    if (same ? Math.abs(low) > Math.abs(high) : low > high) {
      return fault('N09', 'El mínimo (' + parts[0][1] + ') supera al máximo (' + parts[1][1] + ').',
        'Cámbielos de lugar; en los negativos cuenta el tamaño: {min: -10, max: -15}.',
        [parts[1][1] + ' a ' + parts[0][1]]);
    }
    return null;
  };

  A.limitFault = function (record, field, text) {
    if (field.shape === 'quantity') return A.quantityFault(text);
    const wrong = A.numberFault(text);
    if (wrong) return wrong;
    if (field.shape !== 'number' && text.includes('.')) {
      return fault('N07', text + ' no es un número entero.', 'Quite los decimales.');
    }
    const low = field.shape === 'year' ? 1000 : field.low, high = field.shape === 'year' ? 9999 : field.high;
    const none = function (limit, sign) { return limit === null || limit === undefined ? sign + '∞' : limit; };
    if (Number(text) < (low === null ? -Infinity : low) || Number(text) > (high === null ? Infinity : high)) {
      return fault('N06', text + ' está fuera de los límites de «' + A.nameOf(record, field) + '».',
        'Debe estar entre ' + none(low, '-') + ' y ' + none(high, '') + '.');
    }
    return null;
  };

  /* == Dates and periods == */
  function exists(text) {
    const found = A.whole('date', text);
    if (!found) return false;
    const year = Number(found[1]), month = found[2] && Number(found[2]), day = found[3] && Number(found[3]);
    if (year < 1000 || year > 2999 || (found[2] && (month < 1 || month > 12))) return false;
    return !found[3] || (day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
  }
  function readable(text, period) {
    if (!period) return exists(text);
    if (text.toLowerCase() === 'unknown') return true;
    const cut = text.indexOf('/');
    if (cut < 0) return exists(text);
    const ends = [text.slice(0, cut), text.slice(cut + 1)];
    return ends.every(function (end) { return end === '..' || exists(end); }) &&
      !(ends[0] === '..' && ends[1] === '..');
  }
  function two(number) { return String(Number(number)).padStart(2, '0'); }
  function checked(text) { return exists(text) ? text : ''; }
  const UNKNOWN = ['desconocido', 'sin dato', 'sin fecha', 'n d', 's f', 'no se sabe'];

  /* The date that was most likely meant, or nothing when it could be two. */
  function intended(text) {
    const dayFirst = A.whole('day_first', text);
    if (dayFirst && Number(dayFirst[2]) <= 12) {
      const sure = Number(dayFirst[1]) > 12 || dayFirst[1] === dayFirst[2];
      return sure ? checked(dayFirst[3] + '-' + two(dayFirst[2]) + '-' + two(dayFirst[1])) : '';
    }
    const years = A.whole('years', text);
    if (years) return years[1] + '/' + years[2];
    const loose = A.whole('loose', text);
    if (loose) {
      return checked([loose[1]].concat([loose[2], loose[3]].filter(Boolean).map(two)).join('-'));
    }
    const words = A.whole('words', A.fold(text));
    const month = words ? A.data.months.indexOf(words[2]) : -1;
    if (month >= 0) {
      return checked([words[3], two(month + 1)].concat(words[1] ? [two(words[1])] : []).join('-'));
    }
    return UNKNOWN.includes(A.fold(text)) ? 'unknown' : '';
  }

  A.dateFault = function (text, period) {
    const parts = text.split('/').filter(function (part) { return part !== '..'; });
    if (!readable(text, period)) {
      const formed = parts.length > 0 && parts.length <= 2 &&
        parts.every(function (part) { return A.whole('date', part); });
      if (formed) {
        const wrong = parts.find(function (part) { return !exists(part); }) || text;
        return fault('D01', 'La fecha ' + wrong + ' no existe.',
          'El orden es año-mes-día. Si no sabe el día o el mes, no lo escriba.');
      }
      const meant = intended(text), forms = '2002, 2002-11 o 2002-11-21';
      return fault('D02', '«' + text.slice(0, 60) + '» no es una fecha' + (period ? ' ni un periodo.' : '.'),
        meant ? 'Escriba ' + meant + '.'
          : 'Escriba ' + forms + (period ? '; un periodo, 2002/2004 o 2002/..; o unknown.' : '.'),
        meant ? [meant] : []);
    }
    if (period && parts.length === 2) {
      const length = Math.min(parts[0].length, parts[1].length);
      if (parts[0].slice(0, length) > parts[1].slice(0, length)) {
        return fault('D03', 'El periodo termina (' + parts[1] + ') antes de empezar (' + parts[0] + ').',
          'Escriba ' + parts[1] + '/' + parts[0] + '.', [parts[1] + '/' + parts[0]]);
      }
    }
    return null;
  };

  /* == Addresses == */
  function host(text) {
    try { return new URL(text).hostname.toLowerCase(); } catch (malformed) { return ''; }
  }
  A.urlFault = function (text) {
    if (!/^https?:\/\//i.test(text) || !host(text).includes('.')) {
      const start = text.split('/')[0];
      const bare = start.includes('.') && !start.includes(':');
      return fault('S04', '«' + text.slice(0, 80) + '» no es una dirección completa.',
        bare ? '¿Es https://' + text + '?' : 'Copie la dirección de la barra del navegador.',
        bare && !/\s/.test(text) ? ['https://' + text] : []);
    }
    if (/[ <>"{}|\\^`]/.test(text) || text.split('/')[2].includes('@')) {
      return fault('S04', 'La dirección tiene espacios, comillas, un usuario u otros signos no admitidos.',
        'Cópiela de la barra del navegador, donde salen codificados (%20).');
    }
    if (A.data.shorteners.includes(host(text).replace(/^www\./, ''))) {
      return fault('S01', host(text) + ' es un acortador de direcciones.',
        'Abra el enlace y copie la dirección final de la barra del navegador.');
    }
    return null;
  };
})();
