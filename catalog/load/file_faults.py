"""Rules on files as they are read: family F. Each explains itself."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Severity, Spot
from catalog.report import Fault, Scope, rule

TOP = Spot(1, 1, 1)
WARNING = Severity.WARNING


@rule("PML-F01", scope=Scope.FILE)
def no_front_matter(spot: Spot) -> Iterator[Fault]:
    """Cada ficha empieza con su cabecera, entre dos líneas de tres guiones.

    Por qué: de la cabecera salen la página, las cifras y la búsqueda; sin ella la ficha no existe.

    Mal:

        # en cases/co-curtiembre.md
        La curtiembre redujo su consumo de agua.

    Dice: Falta la cabecera de la ficha.

    Bien:

        # en cases/co-curtiembre.md
        ---
        title: Curtiembre que reutiliza el agua de pelambre
        ---
    """
    yield Fault(
        spot,
        "Falta la cabecera de la ficha.",
        "La primera línea del archivo debe ser «---»; después van los campos y otra línea «---».",
        paste="---",
    )


@rule("PML-F02", scope=Scope.FILE)
def unclosed(spot: Spot) -> Iterator[Fault]:
    """La cabecera se cierra con una línea de tres guiones.

    Por qué: sin el cierre no se sabe dónde terminan los campos y dónde empieza el texto.

    Mal:

        # en cases/co-curtiembre.md
        ---
        title: Curtiembre que reutiliza el agua de pelambre

    Dice: La cabecera se abre aquí y no se cierra.

    Bien:

        # en cases/co-curtiembre.md
        ---
        title: Curtiembre que reutiliza el agua de pelambre
        ---
    """
    yield Fault(
        spot,
        "La cabecera se abre aquí y no se cierra.",
        "Escriba una línea «---» debajo del último campo.",
        paste="---",
    )


@rule("PML-F04", scope=Scope.FILE)
def name(spot: Spot, name: str, suggestion: str) -> Iterator[Fault]:
    """El nombre del archivo es el id: minúsculas, cifras y guiones, 60 caracteres a lo sumo.

    Por qué: de él sale la dirección de la página, que debe poder copiarse, dictarse y durar.

    Mal:

        cases/CO_Curtiembre Chocontá.md

    Dice: El nombre «CO_Curtiembre Chocontá» no sirve de id.

    Bien:

        cases/co-curtiembre-choconta.md
    """
    yield Fault(
        spot,
        f"El nombre «{name}» no sirve de id.",
        "Use solo letras minúsculas sin tilde, cifras y guiones; 60 caracteres a lo sumo.",
        suggestion=suggestion,
    )


@rule("PML-F05", scope=Scope.FILE)
def clash(spot: Spot, name: str, other: str) -> Iterator[Fault]:
    """Dos archivos no se distinguen solo por mayúsculas o por tildes.

    Por qué: en Windows y en macOS son el mismo archivo, y uno de los dos se perdería.

    Mal:

        cases/co-curtiembre.md y cases/CO-curtiembre.md

    Dice: «CO-curtiembre.md» y «co-curtiembre.md» son el mismo nombre en algunos sistemas.

    Bien:

        cases/co-curtiembre.md y cases/co-curtiembre-dos.md
    """
    yield Fault(
        spot,
        f"«{name}» y «{other}» son el mismo nombre en algunos sistemas.",
        "Cambie el nombre de uno de los dos.",
    )


@rule("PML-F07", scope=Scope.FILE)
def link(spot: Spot, name: str) -> Iterator[Fault]:
    """No se siguen enlaces simbólicos ni rutas que salgan del catálogo.

    Por qué: un enlace podría publicar archivos ajenos del equipo donde se construye el sitio.

    Mal:

        cases/co-curtiembre.md -> /etc/passwd

    Dice: «co-curtiembre.md» es un enlace simbólico o sale del catálogo; no se leyó.

    Bien:

        cases/co-curtiembre.md
    """
    yield Fault(
        spot,
        f"«{name}» es un enlace simbólico o sale del catálogo; no se leyó.",
        "Ponga el archivo mismo en lugar del enlace.",
    )


@rule("PML-F08", WARNING, Scope.FILE)
def stranger(spot: Spot, name: str, suffix: str) -> Iterator[Fault]:
    """En cada carpeta hay solo archivos de su clase, sin subcarpetas.

    Por qué: lo demás no se publica, y quien lo escribió creería que sí.

    Mal:

        cases/co-curtiembre.docx

    Dice: «co-curtiembre.docx» no se lee: esta carpeta solo lleva archivos .md.

    Bien:

        cases/co-curtiembre.md
    """
    yield Fault(
        spot,
        f"«{name}» no se lee: esta carpeta solo lleva archivos {suffix}.",
        f"Cambie la extensión a {suffix} o lleve el archivo a otra parte.",
    )


@rule("PML-F09", scope=Scope.FILE)
def reserved(spot: Spot, name: str) -> Iterator[Fault]:
    """Un archivo no lleva un nombre reservado de Windows.

    Por qué: con nombres como «con» o «aux» el repositorio no se puede copiar en Windows.

    Mal:

        organizations/con.yml

    Dice: Windows reserva el nombre «con».

    Bien:

        organizations/con-colombia.yml
    """
    yield Fault(
        spot,
        f"Windows reserva el nombre «{name}».",
        "Añada una palabra, por ejemplo el país.",
    )


@rule("PML-F10", scope=Scope.FILE)
def no_tree(spot: Spot, folders: str) -> Iterator[Fault]:
    """El catálogo tiene al menos una carpeta de fichas.

    Por qué: si no hay ninguna, casi siempre se indicó otra carpeta por error.

    Mal:

        --root una-carpeta-vacia

    Dice: Aquí no hay ningún catálogo.

    Bien:

        --root mi-catalogo (con mi-catalogo/cases/)
    """
    yield Fault(
        spot,
        "Aquí no hay ningún catálogo.",
        f"Se esperaba alguna de estas carpetas: {folders}.",
    )


@rule("PML-F13", scope=Scope.FILE)
def not_a_record(spot: Spot) -> Iterator[Fault]:
    """La cabecera es una lista de campos, cada uno con su valor.

    Por qué: un texto suelto o una lista de guiones no dice qué es cada cosa.

    Mal:

        # en sources/onudi-informe.yml
        - Informe de la ONUDI
        - 2002

    Dice: No hay campos que leer.

    Bien:

        # en sources/onudi-informe.yml
        type: report
        title: Informe de la ONUDI
        issued: 2002
    """
    yield Fault(spot, "No hay campos que leer.", "Escriba una línea «campo: valor» por cada dato.")
