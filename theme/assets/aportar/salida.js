/* Contribution form, part 10: what to do with the files: see, download, copy, mail, GitHub. */
(function () {
  'use strict';
  const A = window.Aportar, el = A.el, site = A.data.site;
  const LONGEST_ADDRESS = 7500; /* GitHub answers longer ones with an error page */
  const LONGEST_MAIL = 6000;

  function name(path) { return path.split('/').pop(); }
  A.download = function (file) {
    const address = URL.createObjectURL(new Blob([file.text], { type: 'text/plain;charset=utf-8' }));
    const link = el('a', { href: address, download: name(file.path) });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(address); }, 10000);
  };
  /* One after the other: browsers drop downloads that start at once. */
  A.downloadAll = function (files) {
    files.forEach(function (file, i) { setTimeout(function () { A.download(file); }, i * 400); });
  };

  A.mailAddress = function (subject, body) {
    return 'mailto:' + site.email + '?subject=' + encodeURIComponent(subject) +
      '&body=' + encodeURIComponent(body.replace(/\n/g, '\r\n'));
  };
  function mail(state, files) {
    const subject = 'Caso para el ' + site.name + ': ' + (state.case.title || '').replace(/\s+/g, ' ');
    const whole = files.map(function (file) { return '=== ' + file.path + ' ===\n' + file.text; }).join('\n');
    const fits = A.mailAddress(subject, whole).length <= LONGEST_MAIL;
    return { fits: fits, address: A.mailAddress(subject, fits ? whole : 'Adjunto los archivos: ' +
      files.map(function (file) { return name(file.path); }).join(', ') + '\n') };
  }
  /* GitHub's page for a new file with the text already in it; empty when it would be too long. */
  A.githubAddress = function (file) {
    if (!site.repository) return '';
    const address = site.repository + '/new/' + encodeURIComponent(site.branch) + '/' + file.path.split('/')[0] +
      '?filename=' + encodeURIComponent(name(file.path)) + '&value=' + encodeURIComponent(file.text);
    return address.length <= LONGEST_ADDRESS ? address : '';
  };

  A.preview = function (place, files) {
    const texts = place.querySelectorAll('pre');
    if (texts.length === files.length) {
      files.forEach(function (file, i) {
        texts[i].textContent = file.text;
        texts[i].previousSibling.textContent = file.path;
      });
      return;
    }
    place.replaceChildren();
    files.forEach(function (file, i) {
      place.append(el('p', { class: 's file' }, file.path),
        el('pre', { id: 'archivo-' + i, tabindex: '0', role: 'region', 'aria-label': 'Archivo ' + file.path }, file.text));
    });
  };

  function row(file, i) {
    const acts = el('p', { class: 'acts' }, A.button('Descargar', 'down', function () { A.download(file); }));
    acts.append(el('button', { type: 'button', class: 'btn', 'data-do': 'copy', 'data-copy': 'archivo-' + i }, 'Copiar'));
    const address = A.githubAddress(file);
    if (address) acts.append(el('a', { class: 'btn', href: address, target: '_blank', rel: 'noopener' }, 'Abrir en GitHub'));
    const part = el('li', {}, el('b', {}, file.path), acts);
    if (site.repository && !address) {
      const folder = file.path.split('/')[0];
      acts.append(el('a', { class: 'btn', href: site.repository + '/upload/' + encodeURIComponent(site.branch) + '/' + folder, target: '_blank', rel: 'noopener' }, 'Subir a ' + folder + '/ en GitHub'));
      part.append(el('p', { class: 's' }, 'El texto es largo para abrirlo en GitHub desde aquí: descárguelo, pulse «Subir» y arrástrelo a esa página.'));
    }
    return part;
  }
  A.outputs = function (place, state, files) {
    const part = el('div', { class: 'note ready', tabindex: '-1' }, el('p', {}, el('b', {}, files.length > 1
      ? 'Todo en orden. Son ' + files.length + ' archivos:' : 'Todo en orden. Es un archivo:')));
    const list = el('ol', { class: 'rows files' });
    files.forEach(function (file, i) { list.append(row(file, i)); });
    const acts = el('p', { class: 'acts' });
    if (files.length > 1) acts.append(A.button('Descargar los ' + files.length, 'down', function () { A.downloadAll(files); }, true));
    if (site.email) {
      const letter = mail(state, files);
      acts.append(el('a', { class: 'btn go', href: letter.address }, 'Enviar por correo'));
      if (!letter.fits) part.append(el('p', { class: 's' }, 'Es largo para el correo: descargue y adjunte.'));
    }
    part.append(list, acts, el('p', { class: 's' }, advice(files)));
    place.replaceChildren(part);
    return part;
  };
  function advice(files) {
    if (site.repository) {
      return files.length > 1 ? 'GitHub pide una cuenta y abre una propuesta por archivo: envíelas en este orden y diga en cada una cuáles van juntas.'
        : 'GitHub pide una cuenta y le propone enviar el cambio.';
    }
    if (site.email) return 'Si el programa de correo no se abre, copie el texto y envíelo a ' + site.email + '.';
    return 'Descargue y entregue los archivos a quien cuida esta copia del catálogo: pondrá cada uno en la carpeta que se lee en su nombre y pasará las revisiones.';
  }
})();
