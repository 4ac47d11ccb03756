/* Contribution form, part 3: what `check` says about texts, those of the fields and the long ones. */
(function () {
  'use strict';
  const A = window.Aportar;
  const REPLACE = 'Escriba el dato o borre el campo.';
  const NO_HTML = 'Use Markdown: **negrita**, listas con guion, [enlaces](dirección). ' +
    'Si es un signo «menor que», deje un espacio detrás.';

  A.length = function (text) { return Array.from(text.trim()).length; };

  function hidden(text) {
    const found = A.within('hidden', text);
    if (!found) return null;
    const clean = Array.from(text).filter(function (c) { return !A.within('hidden', c); }).join('');
    const code = found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
    return A.fault('X09', 'Carácter invisible U+' + code + '.',
      'Bórrelo y vuelva a escribir la palabra a mano.', [clean]);
  }
  function untagged(text) {
    let clean = text;
    /* Cutting a tag may join the halves of another one. */
    while (A.within('tag', clean)) clean = clean.replace(A.within('tag', clean)[0], '');
    return clean.replace(/ {2,}/g, ' ').trim();
  }

  /* A field of the front matter. */
  A.textFault = function (record, field, text) {
    const name = A.nameOf(record, field), length = A.length(text), low = field.low, high = field.high;
    const found = A.within('placeholder', text.trim());
    const tag = A.within('tag', text);
    if (hidden(text)) return hidden(text);
    if (found) return A.fault('T03', '«' + found[0] + '» es un texto de relleno.', REPLACE);
    if (tag) return A.fault('X01', 'HTML en «' + name + '»: ' + tag[0], NO_HTML, [untagged(text)]);
    if (A.within('macro', text)) return A.fault('X05', 'Plantilla en «' + name + '».', 'Escriba el valor.');
    if (A.within('snippet', text)) {
      return A.fault('X04', 'Inclusión de archivos no admitida.', 'Copie el texto que haga falta.');
    }
    if (low && length < low) {
      return A.fault('T01', '«' + name + '» tiene ' + length + ' caracteres; el mínimo es ' + low + '.',
        A.keys ? field.help || '' : A.wording(record, field).help);
    }
    if (high && length > high) {
      return A.fault('T02', '«' + name + '» tiene ' + length + ' caracteres; el máximo es ' + high + '.',
        'Quite al menos ' + (length - high) + '; el detalle va en el texto de la ficha.');
    }
    return style(record, field, text.trim());
  };
  function style(record, field, text) {
    if (field.name === 'title' && record === 'case') {
      if (text === text.toUpperCase() && text !== text.toLowerCase() && text.split(/\s+/).length > 2) {
        return A.fault('T05', 'El título está todo en mayúsculas.', 'Escríbalo como una frase.',
          [text[0] + text.slice(1).toLowerCase()], true);
      }
      if (text.endsWith('.')) {
        return A.fault('T05', 'El título termina en punto.', 'Quite el punto final.', [text.replace(/\.+$/, '')], true);
      }
    }
    if (A.within('markup', text)) {
      return A.fault('T06', 'Aquí el Markdown no se aplica.', 'Deje solo el texto.', [], true);
    }
    return null;
  }

  const SAFE = ['http', 'https', 'mailto'];
  /* An address as a browser reads it: entities resolved, invisible characters dropped. */
  function asBrowser(target) {
    let plain = target;
    for (let i = 0; i < 2; i++) {
      const doc = new DOMParser().parseFromString('<!doctype html><title>' +
        plain.replace(/</g, '&lt;') + '</title>', 'text/html');
      plain = doc.title;
    }
    return plain.replace(/\p{C}/gu, '').trim();
  }
  function linkFault(row) {
    for (const found of A.every('target', row)) {
      const target = asBrowser(found[1] || found[2] || found[3] || '');
      const bare = target.replace(/[\s\\]/g, '');
      const scheme = new RegExp('^(?:' + A.data.patterns.scheme[0] + ')', 'iu').exec(bare);
      const drive = new RegExp('^(?:' + A.data.patterns.drive[0] + ')', 'u').test(target);
      if (scheme && !drive && !SAFE.includes(scheme[1].toLowerCase())) {
        return A.fault('X06', 'Enlace de tipo «' + scheme[1].toLowerCase().slice(0, 20) + ':».',
          'Use una dirección https:// o http://, o quite el enlace.');
      }
      if (scheme && !drive) continue;
      const path = target.split(' ')[0];
      if (drive || path.includes('..') || /^(\/\/|~)/.test(path) || path.includes('\\') ||
          (path.startsWith('/') && !A.whole('route', path))) {
        return A.fault('X07', 'El enlace apunta a un archivo: ' + path.slice(0, 60),
          'Use una dirección web, o la del sitio: /casos/…/, /practicas/…/.');
      }
    }
    return null;
  }

  /* A section of the body. */
  A.bodyFault = function (text) {
    if (hidden(text)) return hidden(text);
    if (A.within('snippet', text)) {
      return A.fault('X04', 'Inclusión de archivos no admitida.', 'Copie el texto que haga falta.');
    }
    for (const row of text.split('\n')) {
      const found = A.within('placeholder', row.trim()), tag = A.within('tag', row);
      if (found) return A.fault('T03', '«' + found[0] + '» es un texto de relleno.', REPLACE);
      if (row.includes('<!--')) {
        return A.fault('X02', 'Comentario oculto en el texto.',
          'Bórrelo; las dudas para el lector van en «' + (A.keys ? 'caveats' : 'Advertencias') + '».');
      }
      if (tag) {
        return A.fault('X01', 'HTML en el texto.', NO_HTML, [text.split('\n').map(untagged).join('\n')]);
      }
      if (A.within('macro', row)) return A.fault('X05', 'Plantilla en el texto.', 'Escriba el valor.');
      if (A.within('attributes', row)) return A.fault('X03', 'Atributos de Markdown no admitidos.', 'Bórrelos.');
      if (linkFault(row)) return linkFault(row);
      if (/!\[/.test(row)) {
        return A.fault('X08', 'Imagen no admitida.', 'Envíe la imagen aparte y quítela del texto.');
      }
    }
    return null;
  };

  /* The section as Markdown that stays one section: what would be a heading, a rule, a code block or
     a table keeps its sign, escaped. */
  A.markdown = function (text) {
    return text.replace(/\r\n?/g, '\n').split('\n').map(function (row) {
      const item = /^(\s{0,3})\s*([-*+]|\d+[.)])\s+(?=\S)/.exec(row);
      const bare = item ? item[1] + row.trim() : row.trim();
      if (!item && /^(#|-+$|=+$|`{3}|~{3}|\||:?-+:?\s*\||[-*_](\s*[-*_]){2,}$|[-+*]$|\[[^\]]*\]:)/.test(bare)) return '\\' + bare;
      if (item && /^\s*([-*_])(\s*\1){2,}\s*$/.test(bare)) return '\\' + bare.trim();
      return bare;
    }).join('\n').replace(/\n{3,}/g, '\n\n').trim();
  };
})();
