"""Whether "he" or "she" may stand for a person: told by titles, nouns and given names, and by nothing else."""

from collections.abc import Iterable

from corroborate.extract.lexicon import words

FEMALE = words("""
mrs ms miss dame lady queen princess sister baroness duchess mother madam spokeswoman chairwoman congresswoman councilwoman
businesswoman policewoman saleswoman businesswomen actress widow daughter wife aunt grandmother woman girl nun midwife countess
Abigail Ada Adele Agnes Aisha Alice Alison Amanda Amelia Amy Ana Andrea Angela Anita Anja Ann Anna Anne Annika Astrid Audrey
Barbara Beatrice Beth Betty Birgit Brenda Brigitte Bridget Carol Caroline Carmen Catherine Charlotte Chloe Christine Claire Clare
Colette Cynthia Dagny Dawn Deborah Diane Dolores Doris Dorothy Edith Eileen Elaine Eleanor Elin Elisabeth Elizabeth Ellen Eloise
Elsbeth Else Elsie Emily Esme Esther Ethel Eunice Evelyn Fatou Faith Fay Fleur Florence Frances Freya Gail Genevieve Georgette
Gertrude Gillian Grace Greet Greta Grethe Gretchen Guadalupe Gwen Gwendolyn Hanne Harriet Hazel Heather Hedwig Heidi Helen Helene
Henriette Hilde Hildegard Hope Ilse Imogen Ines Inge Ingeborg Ingrid Irene Iris Isabel Isabelle Ivy Jacqueline Jane Janet Janice
Jasmine Jeanette Jennifer Jenny Jessica Jill Joan Joanne Josephine Joy Joyce Judith Judy Julie Juliet Karen Karin Kate Katherine
Kathleen Kathryn Katie Katrin Kay Kirsten Kristen Kristin Leonor Lesley Lillian Lily Lisbet Lisbeth Liv Liz Lois Lotte Louise
Lucille Lucy Lydie Lynn Mabel Madeleine Mai Marcelle Margaret Margot Marguerite Margrethe Marie Marion Marit Marjorie Marlene
Martine Mary Matilde Maud Maureen Megan Meg Mei Melanie Merete Mette Michelle Mildred Miriam Mirjam Miroslava Molly Monique Muriel
Myriam Nadine Nancy Naomi Natalie Nell Nicole Nina Odette Olive Pam Pascale Patience Paulette Pauline Penelope Philippa Phyllis
Polly Priscilla Rachel Rebecca Renate Rosalind Rose Rosemary Ruth Sabine Sally Salome Sarah Sharon Shirley Sibyl Signe Silje
Simone Siobhan Sian Solveig Sophie Stacey Stephanie Susan Susanne Suzanne Svetlana Sylvie Thérèse Therese Tove Tracy Trine Trudy
Ursel Ute Valerie Vanessa Violet Vivian Vivienne Wendy Winifred Yasmin Yvette Yvonne Zainab Zoe Zoë
""")
MALE = words("""
mr sir lord king prince father baron duke brother bishop cardinal imam rabbi spokesman chairman congressman councilman businessman
policeman salesman fisherman actor widower son husband uncle grandfather man boy monk count Aaron Abdul Adam Adrian Ahmed Alan
Albert Aldo Alejandro Alexander Alfred Ali Amadou Amir Anders Andreas Andrew Andrey Anthony Anton Antonio Arne Arthur Axel Bart
Bastian Bela Ben Benedikt Benjamin Bernard Bernd Bjorn Bo Bob Boris Boubacar Brian Bruce Bruno Carl Carlos Casper Cedric Charles
Chris Christian Christopher Claude Colin Conor Craig Cyril Dag Damian Dan Daniel Darius David Denis Dennis Derek Desmond Diego
Dieter Dirk Dmitri Dmitry Dominic Don Donald Dorn Duncan Edgar Eduard Edward Edwin Egon Einar Elias Emil Emile Enzo Eric Erik
Ernst Esteban Eugene Evan Ezra Fabio Felix Ferdinand Fernando Filip Finn Florian Francis Franco Frank Franz Fred Frederick Fritz
Gareth Gary Geoffrey George Georg Gerald Gerard Gerd Gerhard Gilbert Giles Giorgio Giovanni Goran Gordon Graham Greg Gregory Guido
Gunnar Gunther Gus Gustav Guy Hakan Hamid Hans Harald Harold Harry Hassan Hector Heinrich Hendrik Henri Henrik Henry Herbert
Hermann Horst Howard Hugh Hugo Hussein Ian Ibrahim Igor Imre Isaac Ivan Ivo Jack Jacob Jacques Jakob James Jamal Jan Janos Jared
Jason Javier Jens Jeremy Jim Joachim Joao Joe Joel Johan Johannes John Jon Jonas Jonathan Jorge Jose Josef Joseph Joshua Juan
Julian Julius Jurgen Kai Karel Karl Kaspar Keith Ken Kenji Kenneth Kevin Khalid Klaus Knut Kofi Konrad Kurt Kwame Lajos Lars
Laszlo Laurent Lawrence Leif Leo Leon Leonard Leopold Lev Lewis Lionel Lothar Louis Luca Lucas Ludwig Luigi Luis Luka Lukas Luke
Magnus Malik Manuel Marc Marcel Marco Marcus Mario Marius Mark Markus Martin Mateo Matteo Matthew Matthias Maurice Max Maximilian
Michael Miguel Mikael Mike Mikhail Milan Milos Mohamed Mohammed Moritz Moses Mustafa Nathan Neil Niall Nicholas Nicolas Niels
Nigel Nikita Nikolai Nils Noah Norbert Norman Odd Olaf Olav Ola Oleg Oliver Omar Oscar Oskar Osman Otto Owen Pablo Paolo Patrick
Paul Pavel Pedro Per Peter Philip Pierre Piet Pieter Quentin Rafael Rainer Ralf Ralph Ramon Raoul Raymond Reinhard Rene Ricardo
Richard Rob Robert Roberto Rodrigo Roger Roland Rolf Roman Ron Ronald Rory Roy Rudolf Rui Rupert Rune Ryan Salvatore Samir Samuel
Sandor Sean Sebastian Serge Sergei Sergio Seth Sidney Sigurd Silvio Simon Stanislav Stanley Stefan Stellan Stephen Steve Steven
Stuart Sven Takeshi Tariq Ted Terence Terry Theo Theodor Thomas Tim Timothy Tobias Tom Tomas Tommy Toni Tony Tor Torsten Trevor
Ulf Ulrich Umberto Urs Uwe Valentin Vasily Victor Viktor Vincent Vito Vladimir Walter Werner Wilhelm Will William Wim Wolfgang
Xavier Yann Yannick Yuri Yusuf Yves Zoltan
""")
_TELLING = {word.lower(): "f" for word in FEMALE} | {word.lower(): "m" for word in MALE}


def gender_of(tellers: Iterable[str]) -> str:
    """ "f" or "m" by the first of the words that tells, empty where none does: title and description first, then the name."""
    listed = list(tellers)
    for word in listed:
        if (known := _TELLING.get(word.lower().rstrip("."))) is not None:
            return known
    given = listed[-1] if listed else ""
    # Given names in -a that men bear stand in the list above.
    return "f" if len(given) > 2 and given[0].isupper() and given[-1] == "a" else ""


def may_be(gender: str, pronoun: str) -> bool:
    """ "she" may stand for somebody of this gender."""
    return not gender or gender == ("f" if pronoun in ("she", "her", "hers") else "m")
