/**
 * The application identifiers of the GS1 General Specifications, in the notation of the GS1 Barcode
 * Syntax Dictionary (2025): identifiers, parts of the value (`N` digits, `X` set 82, `Y` set 39,
 * `Z` base64url; `..` up to; `[ ]` may be missing) with the checks of each part, and `ex=`
 * identifiers that must not stand beside it (`self`: the same measure with other decimals; `n` in an
 * identifier: 0 to 5 decimals). What must stand beside it (`req=`) is left out:
 * it holds for all codes on a thing together, and a keeper scans one.
 */
export const SYNTAX_TABLE = `
00 N18,csum
01 N14,csum ex=255,37
02 N14,csum ex=01,03
03 N14,csum ex=01,02,37
10 X..20
11-13 N6,yymmd0
15-17 N6,yymmd0
20 N2
21 X..20 ex=235
22 X..20
235 X..28
240-241 X..30
242 N..6
243 X..20
250-251 X..30
253 N13,csum [X..17]
254 X..20
255 N13,csum [N..12] ex=01,02,415,8006,8020,8026
30 N..8
310n-316n N6 ex=self
320n-329n N6 ex=self
330n-337n N6 ex=self
340n-349n N6 ex=self
350n-357n N6 ex=self
360n-369n N6 ex=self
37 N..8
3900-3909 N..15 ex=390,391,394,8111
3910-3919 N3,iso4217 N..15 ex=391
3920-3929 N..15 ex=392,393
3930-3939 N3,iso4217 N..15 ex=393
3940-3943 N4 ex=394,8111
3950-3955 N6 ex=392,393,395,8005
400 X..30
401 X..30,gcp
402 N17,csum
403 X..30
410-417 N13,csum
420 X..20 ex=421
421 N3,iso3166 X..9 ex=4307
422 N3,iso3166 ex=426
423 N3,iso3166 [N3,iso3166] [N3,iso3166] [N3,iso3166] [N3,iso3166] ex=426
424 N3,iso3166 ex=426
425 N3,iso3166 [N3,iso3166] [N3,iso3166] [N3,iso3166] [N3,iso3166] ex=426
426 N3,iso3166
427 X..3
4300-4301 X..35,pcenc
4302-4306 X..70,pcenc
4307 X2,iso3166alpha2
4308 X..30
4309 N10,latitude N10,longitude
4310-4311 X..35,pcenc
4312-4316 X..70,pcenc
4317 X2,iso3166alpha2
4318 X..20
4319 X..30
4320 X..35,pcenc
4321-4323 N1,yesno
4324-4325 N6,yymmd0 N4,hhmi
4326 N6,yymmdd
4330 N6 [X1,hyphen] ex=4331
4331 N6 [X1,hyphen] ex=4330
4332 N6 [X1,hyphen] ex=4333
4333 N6 [X1,hyphen] ex=4332
7001 N13
7002 X..30
7003 N6,yymmdd N4,hhmi
7004 N..4
7005 X..12
7006 N6,yymmdd
7007 N6,yymmdd [N6,yymmdd]
7008 X..3
7009 X..10
7010 X..2
7011 N6,yymmdd [N4,hhmi]
7020-7022 X..20
7023 X..30,gcp
7030-7039 N3,iso3166999 X..27
7040 N1 X1 X1 X1,importeridx
7041 X..4,packagetype
710-717 X..20
7230-7239 X2 X..28
7240 X..20
7241 N2,mediatype
7242 X..25
7250 N8,yyyymmdd ex=7251
7251 N8,yyyymmdd N4,hhmi ex=7250
7252 N1,iso5218
7253-7254 X..40,pcenc ex=7256,7259
7255 X..10 ex=7256,7259
7256 X..90,pcenc
7257 X..70,pcenc
7258 X3,posinseqslash
7259 X..40,pcenc ex=7256
8001 N4,nonzero N5,nonzero N3,nonzero N1,winding N1
8002 X..20
8003 N1,zero N13,csum [X..16]
8004 X..30,gcp
8005 N6
8006 N14,csum N4,pieceoftotal ex=01,37
8007 X..34,iban
8008 N6,yymmdd N2,hh [N2,mi] [N2,ss]
8009 X..50
8010 Y..30,gcp
8011 N..12,nozeroprefix
8012 X..20
8013 X..25,csumalpha,gcp
8014 X..25,csumalpha,gcp,hasnondigit
8017 N18,csum ex=8018
8018 N18,csum ex=8017
8019 N..10
8020 X..25
8026 N14,csum N4,pieceoftotal ex=02,8006
8030 Z..90
8040-8041 N15
8042 N32
8043 N18 [N..2]
8110 X..70,numeric
8111 N4
8112 X..70,numeric
8200 X..70
90 X..30
91-99 X..90
`
