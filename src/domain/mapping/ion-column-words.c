/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The words with which Italian offices and their suppliers head their columns. A name that cannot
 * be made of them is not guessed at: a wrong column reaches the wrong citizens, a question reaches
 * the office. What was paid, taken off or assessed is no amount due, so such words are missing on
 * purpose.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-column-words.h"

const IonColumnWords ion_column_words[] = {
  { ION_COLUMN_FISCAL_CODE, "numero num n",
    "codicefiscale codicefisc codfiscale codfisc codicef cfiscale cfisc codf cf fiscalcode "
    "taxcode codefiscal steuernummer davcnastevilka",
    "partitaiva piva partita iva personafisica" },
  { ION_COLUMN_IUV, "codice cod numero num nr n",
    "iuv identificativounivocoversamento identificativounivocodiversamento "
    "identificativounivocopagamento identificativounivocodipagamento",
    "pagopa pagamento versamento avviso" },
  { ION_COLUMN_NOTICE_NUMBER, "numero num nr n no codice cod id identificativo",
    "avviso nav noticenumber codicemodulopagopa", "pagopa pagamento versamento n nr num numero" },
  { ION_COLUMN_DUE_DATE, "data dt giorno termine",
    "scadenza scad entro entroil datalimite limitepagamento dapagareentro dapagareentroil "
    "pagareentro pagareentroil versareentro versareentroil daversareentro daversareentroil "
    "pagabileentro pagabileentroil pagabilefinoal terminepagamento terminedipagamento "
    "termineperilpagamento "
    "termineversamento terminediversamento termineultimo ultimogiorno ultimogiornoutile "
    "duedate falligkeit falligam echeance",
    "pagamento versamento avviso bollettino rata unica retta fattura cui quale pagare versare "
    "data" },
  { ION_COLUMN_AMOUNT, "",
    "importo importi imp ammontare somma quota totale tot dovuto dovuta dapagare daversare "
    "dacorrispondere euro eur amount betrag montant",
    "dovuto dovuta dovuti totale tot complessivo complessiva pagare versare corrispondere "
    "euro eur avviso rata unica bollettino pagamento versamento retta mensa tassa tributo tari "
    "sanzione verbale fattura annuo annua annuale mensile" },
  { ION_COLUMN_PERIOD, "", "mese mensilita periodo competenza",
    "riferimento competenza mese anno periodo" },
  { ION_COLUMN_FULL_NAME, "",
    "nominativo cognomenome nomecognome cognomeenome nomeecognome cognomeonome nomecompleto "
    "fullname anagrafica denominazione ragionesociale intestazione",
    "denominazione ragionesociale completo avviso" },
  { ION_COLUMN_SURNAME, "",
    "cognome cognomi surname lastname familyname nachname zuname ragionesocialecognome",
    "ragionesociale denominazione" },
  { ION_COLUMN_POSTCODE, "", "cap codicepostale codpostale codiceavviamentopostale postleitzahl",
    "residenza domicilio recapito" },
  { ION_COLUMN_GIVEN_NAME, "", "nome nomi name firstname givenname vorname prenom", "" },
};
const gsize ion_column_n_words = G_N_ELEMENTS (ion_column_words);

const char ion_column_plain_codes[] = "codicefiscale codicefisc codfiscale codfisc";

const char ion_column_payers[] =
    "intestatario intestataria intestatarioa pagante pagatore pagatrice soggettopagatore "
    "soggettopagante versante soggettoversante payer genitore genitore1 genitore2 primogenitore "
    "secondogenitore padre madre papa mamma tutore tutrice affidatario debitore debitrice "
    "soggettodebitore utente contribuente destinatario destinataria cittadino cittadina soggetto "
    "proprietario proprietaria titolare richiedente dichiarante residente persona trasgressore "
    "obbligato responsabile acquirente cliente locatario conduttore usufruttuario adulto";
const char ion_column_bare_payers[] =
    "intestatario intestataria pagante pagatore soggettopagatore soggettopagante versante "
    "soggettoversante genitore genitorepagante tutore debitore soggettodebitore contribuente "
    "destinatario cittadino titolare richiedente trasgressore";
const char ion_column_children[] =
    "alunno alunna alunnoa bambino bambina bambinoa minore figlio figlia figlioa studente "
    "studentessa iscritto iscritta iscrittoa fruitore ragazzo ragazza frequentante";
const char ion_column_others[] = "coniuge delegato delegata beneficiario cointestatario "
                                 "cointestataria convivente assistito assistita defunto defunta "
                                 "conducente nonno nonna";
const char ion_column_bodies[] = "ente comune azienda ditta scuola istituto creditore societa "
                                 "gestore concessionario struttura emittente datoredilavoro "
                                 "beneficiarioente";
const char ion_column_fillers[] = "di del della dello dell dei degli delle da dal per e ed o in il "
                                  "lo la l al a";

const char ion_column_empty_names[] =
    "colonna column col campo field dato valore value unnamed senzanome spalte testo cella";
