/** Invented letters in the form of a Project Gutenberg text. */
export const KEEPER = `The Project Gutenberg eBook of Letters of a Keeper

This ebook is for the use of anyone anywhere. What stands here for the
licence is shorter than the licence.

Title: Letters of a Keeper

Author: Ada Quill

Release date: March 1, 2004 [eBook #99999]

Language: English

*** START OF THE PROJECT GUTENBERG EBOOK LETTERS OF A KEEPER ***




LETTERS OF A KEEPER


PREFACE.

These letters were found in the lamp room, in a biscuit tin.




1.

TO THE BOARD OF LIGHTS.

Cape Hollow, March 2, 1871.

MY LORDS,--

The lamp went out at two, and I lit it with my own matches.

ADA QUILL.




2.

TO THE SAME.

March 9, 1871.

Your matches have come, and are wet.




3.

TO HALE & CO.,--PORT SORREL.

I counted three ships last night and none the night before.[1]

ADA QUILL.

[Footnote 1: In fog.]




*** END OF THE PROJECT GUTENBERG EBOOK LETTERS OF A KEEPER ***

Updated editions will replace the previous one.
`;
